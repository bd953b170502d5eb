package pim.tool.launch;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;

/// A step of the build: makes classes ready for a quick start.
public final class QuickStart {
    /// An AOT cache holds classes from this version of the format on, the first to have stack maps.
    private static final int FIRST_IN_CACHE = 50;
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");

    private QuickStart() {}

    /// @param arguments folders. In their classes, what is generated at run time is replaced by code ([Desugar]), and beside them annotations
    ///                  ([AnnotationCode]) and services ([ServiceCode]) are written as code. In their jars, classes of formats that no AOT cache holds
    ///                  are brought to one that it does, and signatures are left out: a cache holds no signed classes, and to check what the build
    ///                  has copied from where Maven checked it takes longer than most commands
    public static void main(String[] arguments) throws IOException {
        for (var argument : arguments) {
            var folder = Path.of(argument);
            for (var file : files(folder, ".class")) desugar(file);
            AnnotationCode.write(folder);
            ServiceCode.write(folder);
            for (var file : files(folder, ".jar")) if (isSlow(file)) rewrite(file);
        }
    }

    static List<Path> files(Path folder, String ending) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(ending)).filter(Files::isRegularFile).sorted().toList();
        }
    }

    /// Writes a class of the given contents, which is public and has no source.
    static void write(Path folder, ClassDesc type, Consumer<ClassBuilder> contents) throws IOException {
        var name = type.descriptorString();
        var bytes = ClassFile.of().build(type, builder -> {
            builder.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SUPER | ClassFile.ACC_SYNTHETIC);
            contents.accept(builder);
        });
        Files.write(folder.resolve(name.substring(1, name.length() - 1) + ".class"), bytes);
    }

    /// Adds the public constructor without parameters.
    static void addConstructor(ClassBuilder builder) {
        builder.withMethodBody(INIT_NAME, MTD_void, ClassFile.ACC_PUBLIC,
            code -> code.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void).return_());
    }

    /// Leaves an array of `values` on the stack, of which `load` leaves one there.
    static <T> void array(CodeBuilder code, ClassDesc element, List<T> values, Consumer<T> load) {
        code.loadConstant(values.size()).anewarray(element);
        for (int i = 0; i < values.size(); i++) {
            code.dup().loadConstant(i);
            load.accept(values.get(i));
            code.aastore();
        }
    }

    private static void desugar(Path path) throws IOException {
        var bytes = Files.readAllBytes(path);
        var changed = Desugar.desugar(bytes);
        if (changed != bytes) Files.write(path, changed);
    }

    /// Whether a jar is signed or its classes, of which the first tells, are of an old format.
    private static boolean isSlow(Path path) throws IOException {
        try (var jar = new JarFile(path.toFile())) {
            if (jar.stream().anyMatch(QuickStart::isSignature)) return true;
            var first = jar.stream().filter(e -> e.getName().endsWith(".class") && !e.getName().endsWith("module-info.class")).findFirst();
            return first.isPresent() && ClassFile.of().parse(jar.getInputStream(first.get()).readAllBytes()).majorVersion() < FIRST_IN_CACHE;
        }
    }

    private static boolean isSignature(JarEntry entry) {
        return SIGNATURE.matcher(entry.getName()).matches();
    }

    private static void rewrite(Path path) throws IOException {
        var written = new ByteArrayOutputStream();
        try (var jar = new JarFile(path.toFile()); var out = new JarOutputStream(written)) {
            var supertypes = ClassHierarchyResolver.ofResourceParsing(type -> open(jar, type)).orElse(ClassHierarchyResolver.defaultResolver());
            var file = ClassFile.of(StackMapsOption.GENERATE_STACK_MAPS, ClassHierarchyResolverOption.of(supertypes));
            for (var entry : jar.stream().filter(e -> !e.isDirectory() && !isSignature(e)).toList()) {
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
