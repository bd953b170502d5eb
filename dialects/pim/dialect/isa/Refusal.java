package pim.dialect.isa;

import java.io.IOException;

/// Why a sink cannot take an instruction, as it reads behind the instruction's name. Who streams says which instruction it is.
public final class Refusal extends IOException {
    public Refusal(String message) {
        super(message);
    }
}
