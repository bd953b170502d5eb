package pim.tool.launch;

import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Writes as classes what [pim.define.Annotations] would otherwise have the JVM read, which makes a proxy class for each kind of annotation in
/// milliseconds each.
///
/// For each kind `K` of annotation there is a class `K$Value`, whose instances are such annotations; and for each outermost class `C` with annotations
/// of these kinds on it, on a class in it or on components of a record, a function `C$Annotations` from the class to an array for itself and one for
/// each component.
final class AnnotationCode {
    private static final ClassDesc ANNOTATION = Annotation.class.describeConstable().orElseThrow();
    private static final ClassDesc FUNCTION = Function.class.describeConstable().orElseThrow();
    private static final ClassDesc ROW = ANNOTATION.arrayType();
    private static final MethodTypeDesc ROWS_METHOD = MethodTypeDesc.of(ROW.arrayType());

    private final Map<ClassDesc, ClassModel> classes = new LinkedHashMap<>();
    /// The kinds of annotations to write, which are those that the folder has itself.
    private final Set<ClassDesc> kinds = new LinkedHashSet<>();

    private AnnotationCode(List<byte[]> files) {
        for (var file : files) {
            var model = ClassFile.of().parse(file);
            classes.put(model.thisClass().asSymbol(), model);
        }
    }

    /// @param folder the root of classes, to which those of the annotations are added
    static void write(Path folder) throws IOException {
        var files = new ArrayList<byte[]>();
        for (var path : QuickStart.files(folder, ".class")) files.add(Files.readAllBytes(path));
        var code = new AnnotationCode(files);
        var nests = new LinkedHashMap<ClassDesc, List<ClassModel>>();
        for (var model : code.classes.values()) {
            if (code.rows(model).stream().allMatch(List::isEmpty)) continue;
            var host = model.findAttribute(Attributes.nestHost()).map(h -> h.nestHost().asSymbol()).orElse(model.thisClass().asSymbol());
            nests.computeIfAbsent(host, _ -> new ArrayList<>()).add(model);
        }
        for (var nest : nests.entrySet()) {
            var own = nest.getKey().nested("Annotations");
            QuickStart.write(folder, own, builder -> code.nest(builder, own, nest.getValue()));
        }
        for (var kind : code.kinds) QuickStart.write(folder, kind.nested("Value"), builder -> code.value(builder, kind));
    }

    // ---- what there is

    /// The annotations of a class and, of a record, of each component in order.
    private List<List<java.lang.classfile.Annotation>> rows(ClassModel model) {
        var rows = new ArrayList<List<java.lang.classfile.Annotation>>();
        rows.add(annotations(model));
        model.findAttribute(Attributes.record()).ifPresent(r -> r.components().forEach(c -> rows.add(annotations(c))));
        return rows;
    }

    private List<java.lang.classfile.Annotation> annotations(AttributedElement element) {
        var all = element.findAttribute(Attributes.runtimeVisibleAnnotations()).map(a -> a.annotations()).orElse(List.of());
        return all.stream().filter(a -> classes.containsKey(a.classSymbol())).toList();
    }

    private List<MethodModel> elements(ClassDesc kind) {
        return classes.get(kind).methods().stream().filter(m -> !m.methodName().equalsString("<clinit>")).toList();
    }

    // ---- the values

    private void value(ClassBuilder builder, ClassDesc kind) {
        var own = kind.nested("Value");
        var elements = elements(kind);
        builder.withInterfaceSymbols(ANNOTATION, kind);
        builder.withMethodBody(INIT_NAME, constructor(kind), ClassFile.ACC_PUBLIC, code -> {
            code.aload(0).invokespecial(CD_Object, INIT_NAME, ConstantDescs.MTD_void);
            int slot = 1;
            for (var element : elements) {
                var type = element.methodTypeSymbol().returnType();
                code.aload(0).loadLocal(TypeKind.from(type), slot).putfield(own, element.methodName().stringValue(), type);
                slot += TypeKind.from(type).slotSize();
            }
            code.return_();
        });
        for (var element : elements) {
            var name = element.methodName().stringValue();
            var type = element.methodTypeSymbol().returnType();
            builder.withField(name, type, ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL);
            builder.withMethodBody(name, element.methodTypeSymbol(), ClassFile.ACC_PUBLIC,
                code -> code.aload(0).getfield(own, name, type).return_(TypeKind.from(type)));
        }
        builder.withMethodBody("annotationType", MethodTypeDesc.of(CD_Class), ClassFile.ACC_PUBLIC, code -> code.loadConstant(kind).areturn());
    }

    private MethodTypeDesc constructor(ClassDesc kind) {
        return MethodTypeDesc.of(CD_void, elements(kind).stream().map(e -> e.methodTypeSymbol().returnType()).toList());
    }

    // ---- the functions

    private void nest(ClassBuilder builder, ClassDesc own, List<ClassModel> models) {
        builder.withInterfaceSymbols(FUNCTION);
        QuickStart.addConstructor(builder);
        builder.withMethodBody("apply", MethodTypeDesc.of(CD_Object, CD_Object), ClassFile.ACC_PUBLIC, code -> {
            for (int i = 0; i < models.size(); i++) {
                var next = code.newLabel();
                code.aload(1).loadConstant(models.get(i).thisClass().asSymbol()).if_acmpne(next);
                code.invokestatic(own, "rows" + i, ROWS_METHOD).areturn().labelBinding(next);
            }
            code.loadConstant(0).anewarray(ROW).areturn();
        });
        for (int i = 0; i < models.size(); i++) {
            var rows = rows(models.get(i));
            builder.withMethodBody("rows" + i, ROWS_METHOD, ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC, code -> {
                QuickStart.array(code, ROW, rows, row -> QuickStart.array(code, ANNOTATION, row, annotation -> make(code, annotation)));
                code.areturn();
            });
        }
    }

    private void make(CodeBuilder code, java.lang.classfile.Annotation annotation) {
        var kind = annotation.classSymbol();
        kinds.add(kind);
        code.new_(kind.nested("Value")).dup();
        for (var element : elements(kind)) {
            var name = element.methodName().stringValue();
            var given = annotation.elements().stream().filter(e -> e.name().stringValue().equals(name)).map(e -> e.value()).findFirst();
            load(code, given.orElseGet(() -> element.findAttribute(Attributes.annotationDefault()).orElseThrow().defaultValue()),
                element.methodTypeSymbol().returnType());
        }
        code.invokespecial(kind.nested("Value"), INIT_NAME, constructor(kind));
    }

    private static void load(CodeBuilder code, AnnotationValue value, ClassDesc type) {
        switch (value) {
            case AnnotationValue.OfConstant constant -> code.loadConstant(constant.constant().constantValue());
            case AnnotationValue.OfClass name -> code.loadConstant(name.classSymbol());
            case AnnotationValue.OfEnum one -> code.getstatic(one.classSymbol(), one.constantName().stringValue(), one.classSymbol());
            case AnnotationValue.OfArray several when !type.componentType().isPrimitive() ->
                QuickStart.array(code, type.componentType(), several.values(), v -> load(code, v, type.componentType()));
            default -> throw new IllegalArgumentException("no code is written for an annotation's element of type " + type.displayName());
        }
    }
}
