package pim.tool;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/// The values of an option that is repeated with a name each time, `--input a=x.npy --input b=y.npy`. The same name twice is a mistake: one of the
/// two values would go lost.
public class NamedValues implements IParameterConsumer {
    @Override public final void consumeParameters(Stack<String> arguments, ArgSpec argument, CommandSpec command) {
        var option = ((OptionSpec) argument).longestName();
        var text = arguments.isEmpty() ? "" : arguments.pop();
        int equals = text.indexOf('=');
        var value = equals <= 0 ? null : value(text.substring(equals + 1));
        if (value == null) throw new ParameterException(command.commandLine(), option + " expects " + argument.paramLabel() + ", but got '" + text
            + "'");
        var name = text.substring(0, equals);
        Map<String, Object> values = argument.getValue();
        if (values.putIfAbsent(name, value) != null)
            throw new ParameterException(command.commandLine(), option + " is given twice for '" + name + "'");
    }

    /// The value that `text` stands for; null for none.
    protected Object value(String text) {
        return text.isEmpty() ? null : text;
    }
}
