package pim.tool.launch;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/// Writes as classes what the files under `META-INF/services` say, for [pim.define.Services]: to find and read them, the JVM opens the jar, and a
/// short run is over before that. For each service `K` there is a class `K$Providers`, which supplies the array of its providers.
final class ServiceCode {
    private ServiceCode() {}

    /// @param folder the root of classes with their `META-INF`, to which those of the services are added
    static void write(Path folder) throws IOException {
        var services = folder.resolve("META-INF/services");
        if (!Files.isDirectory(services)) return;
        for (var file : QuickStart.files(services, "")) {
            var lines = Files.readAllLines(file).stream().map(line -> line.replaceFirst("#.*", "").strip());
            var providers = lines.filter(line -> !line.isEmpty()).toList();
            QuickStart.write(folder, ClassDesc.of(file.getFileName().toString()).nested("Providers"), builder -> {
                builder.withInterfaceSymbols(Supplier.class.describeConstable().orElseThrow());
                QuickStart.addConstructor(builder);
                builder.withMethodBody("get", MethodTypeDesc.of(CD_Object), ClassFile.ACC_PUBLIC, code -> {
                    QuickStart.array(code, CD_Object, providers, name -> code.new_(ClassDesc.of(name)).dup()
                        .invokespecial(ClassDesc.of(name), INIT_NAME, MTD_void));
                    code.areturn();
                });
            });
        }
    }
}
