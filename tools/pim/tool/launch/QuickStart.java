package pim.tool.launch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/// A step of the build: makes classes ready for a quick start.
public final class QuickStart {
    /// An AOT cache holds classes from this version of the format on, the first to have stack maps.
    private static final int FIRST_IN_CACHE = 50;

    private QuickStart() {}

    /// @param arguments folders of classes, in which what is generated at run time is replaced by code ([Desugar]), and jars, in which classes of
    ///                  formats that no AOT cache holds are brought to one that it does
    public static void main(String[] arguments) throws IOException {
        for (var argument : arguments) {
            var path = Path.of(argument);
            if (Files.isDirectory(path)) classes(path);
            else jar(path);
        }
    }

    private static void classes(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.filter(f -> f.toString().endsWith(".class")).forEach(f -> {
                try {
                    var bytes = Files.readAllBytes(f);
                    var changed = Desugar.desugar(bytes);
                    if (changed != bytes) Files.write(f, changed);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static void jar(Path path) throws IOException {
        var written = new ByteArrayOutputStream();
        try (var jar = new JarFile(path.toFile()); var out = new JarOutputStream(written)) {
            var supertypes = ClassHierarchyResolver.ofResourceParsing(type -> open(jar, type)).orElse(ClassHierarchyResolver.defaultResolver());
            var file = ClassFile.of(StackMapsOption.GENERATE_STACK_MAPS, ClassHierarchyResolverOption.of(supertypes));
            for (var entry : jar.stream().filter(e -> !e.isDirectory()).toList()) {
                var bytes = jar.getInputStream(entry).readAllBytes();
                out.putNextEntry(new JarEntry(entry.getName()));
                out.write(entry.getName().endsWith(".class") ? recent(file, bytes) : bytes);
                out.closeEntry();
            }
        }
        Files.write(path, written.toByteArray());
    }

    private static InputStream open(JarFile jar, ClassDesc type) {
        var name = type.descriptorString();
        var entry = jar.getEntry(name.substring(1, name.length() - 1) + ".class");
        try {
            return entry == null ? null : jar.getInputStream(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] recent(ClassFile file, byte[] bytes) {
        var model = file.parse(bytes);
        if (model.majorVersion() >= FIRST_IN_CACHE) return bytes;
        ClassTransform version = (builder, element) -> {
            if (element instanceof ClassFileVersion) builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
            else builder.with(element);
        };
        // Bodies must be written anew to get stack maps.
        return file.transformClass(model, ClassTransform.transformingMethodBodies((code, element) -> code.with(element)).andThen(version));
    }
}
