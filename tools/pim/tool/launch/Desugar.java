package pim.tool.launch;

import static java.lang.constant.ConstantDescs.CD_Boolean;
import static java.lang.constant.ConstantDescs.CD_Byte;
import static java.lang.constant.ConstantDescs.CD_Character;
import static java.lang.constant.ConstantDescs.CD_Double;
import static java.lang.constant.ConstantDescs.CD_Float;
import static java.lang.constant.ConstantDescs.CD_Integer;
import static java.lang.constant.ConstantDescs.CD_Long;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_Short;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Replaces what a class file asks the JVM to generate at its first use by plain code: `typeSwitch` behind switches over patterns, and `equals` and
/// `hashCode` of records. Generating takes a millisecond a place, which is most of the life of a compiler that reads a small file.
///
/// Nothing else changes. Switches with labels that are neither types nor strings stay as they are.
final class Desugar {
    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");

    /// What an `invokedynamic` of one class is replaced by: a call of a static method, whose body is written at the end.
    private record Call(String name, MethodTypeDesc type, Consumer<CodeBuilder> body) {}

    private final ClassModel model;
    private final ClassDesc owner;
    /// The replacements by what they do, so that equal ones are one method.
    private final Map<List<Object>, Call> calls = new LinkedHashMap<>();

    private Desugar(ClassModel model) {
        this.model = model;
        this.owner = model.thisClass().asSymbol();
    }

    /// The class without what is generated at run time; `bytes` themselves where there is nothing to replace.
    static byte[] desugar(byte[] bytes) {
        var file = ClassFile.of();
        var model = file.parse(bytes);
        var desugar = new Desugar(model);
        ClassTransform bodies = ClassTransform.transformingMethodBodies(desugar::replace);
        var changed = file.transformClass(model, bodies.andThen(ClassTransform.endHandler(desugar::addMethods)));
        return desugar.calls.isEmpty() ? bytes : changed;
    }

    private void replace(CodeBuilder code, CodeElement element) {
        var call = element instanceof InvokeDynamicInstruction indy ? call(indy) : null;
        if (call == null) code.with(element);
        else code.invokestatic(owner, call.name, call.type, model.flags().has(AccessFlag.INTERFACE));
    }

    private Call call(InvokeDynamicInstruction indy) {
        var bootstrap = indy.bootstrapMethod();
        var what = bootstrap.owner().displayName() + "." + bootstrap.methodName() + " " + indy.name().stringValue();
        return switch (what) {
            case "SwitchBootstraps.typeSwitch typeSwitch" -> typeSwitch(indy);
            case "ObjectMethods.bootstrap equals" -> method("equals", indy, fields(indy), code -> equals(code, fields(indy)));
            case "ObjectMethods.bootstrap hashCode" -> method("hashCode", indy, fields(indy), code -> hashCode(code, fields(indy)));
            default -> null;
        };
    }

    private Call method(String name, InvokeDynamicInstruction indy, List<?> distinction, Consumer<CodeBuilder> body) {
        var type = indy.typeSymbol();
        return calls.computeIfAbsent(List.of(name, type, distinction), _ -> new Call(name + "$" + calls.size(), type, body));
    }

    private void addMethods(ClassBuilder builder) {
        int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
        for (var call : calls.values()) builder.withMethodBody(call.name, call.type, flags, call.body);
    }

    // ---- switches

    private Call typeSwitch(InvokeDynamicInstruction indy) {
        var labels = indy.bootstrapArgs();
        boolean plain = labels.stream().allMatch(l -> l instanceof ClassDesc || l instanceof String);
        return plain ? method("typeSwitch", indy, labels, code -> typeSwitch(code, labels)) : null;
    }

    /// As [java.lang.runtime.SwitchBootstraps#typeSwitch] has it: `(selector, restart)` to the first label from `restart` on that fits, the number
    /// of labels when none does, and -1 for null.
    private static void typeSwitch(CodeBuilder code, List<ConstantDesc> labels) {
        var present = code.newLabel();
        code.aload(0).ifnonnull(present).iconst_m1().ireturn().labelBinding(present);
        for (int i = 0; i < labels.size(); i++) {
            var next = code.newLabel();
            code.iload(1).loadConstant(i).if_icmpgt(next);
            switch (labels.get(i)) {
                case ClassDesc type -> code.aload(0).instanceOf(type).ifeq(next);
                case String text -> code.loadConstant(text).aload(0).invokevirtual(CD_Object, "equals",
                    MethodTypeDesc.of(CD_boolean, CD_Object)).ifeq(next);
                default -> throw new IllegalStateException("no such label: " + labels.get(i));
            }
            code.loadConstant(i).ireturn().labelBinding(next);
        }
        code.loadConstant(labels.size()).ireturn();
    }

    // ---- records

    private static List<DirectMethodHandleDesc> fields(InvokeDynamicInstruction indy) {
        var fields = new ArrayList<DirectMethodHandleDesc>();
        for (var argument : indy.bootstrapArgs()) if (argument instanceof DirectMethodHandleDesc getter) fields.add(getter);
        return fields;
    }

    /// Field by field, in their order: numbers with a fraction as their wrappers compare them, other primitives by value, objects by `equals`.
    private void equals(CodeBuilder code, List<DirectMethodHandleDesc> fields) {
        Label differ = code.newLabel(), look = code.newLabel();
        code.aload(0).aload(1).if_acmpne(look).iconst_1().ireturn().labelBinding(look);
        code.aload(1).instanceOf(owner).ifeq(differ).aload(1).checkcast(owner).astore(2);
        for (var field : fields) {
            var type = type(field);
            get(code, 0, field);
            get(code, 2, field);
            switch (TypeKind.from(type)) {
                case BOOLEAN, BYTE, CHAR, SHORT, INT -> code.if_icmpne(differ);
                case LONG -> code.lcmp().ifne(differ);
                case FLOAT, DOUBLE -> code.invokestatic(wrapper(type), "compare", MethodTypeDesc.of(CD_int, type, type)).ifne(differ);
                default -> code.invokestatic(OBJECTS, "equals", MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object)).ifeq(differ);
            }
        }
        code.iconst_1().ireturn().labelBinding(differ).iconst_0().ireturn();
    }

    private void hashCode(CodeBuilder code, List<DirectMethodHandleDesc> fields) {
        code.iconst_0();
        for (var field : fields) {
            var type = type(field);
            code.bipush(31).imul();
            get(code, 0, field);
            if (type.isPrimitive()) code.invokestatic(wrapper(type), "hashCode", MethodTypeDesc.of(CD_int, type));
            else code.invokestatic(OBJECTS, "hashCode", MethodTypeDesc.of(CD_int, CD_Object));
            code.iadd();
        }
        code.ireturn();
    }

    private static ClassDesc type(DirectMethodHandleDesc getter) {
        return getter.invocationType().returnType();
    }

    private void get(CodeBuilder code, int object, DirectMethodHandleDesc getter) {
        code.aload(object).getfield(owner, getter.methodName(), type(getter));
    }

    private static ClassDesc wrapper(ClassDesc primitive) {
        return switch (TypeKind.from(primitive)) {
            case BOOLEAN -> CD_Boolean;
            case BYTE -> CD_Byte;
            case CHAR -> CD_Character;
            case SHORT -> CD_Short;
            case INT -> CD_Integer;
            case LONG -> CD_Long;
            case FLOAT -> CD_Float;
            case DOUBLE -> CD_Double;
            default -> throw new IllegalStateException(primitive + " is no primitive type");
        };
    }
}
