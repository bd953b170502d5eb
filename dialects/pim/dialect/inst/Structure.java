package pim.dialect.inst;

import java.util.List;
import java.util.Optional;
import pim.define.Constraints;
import pim.define.Format;
import pim.define.Is;
import pim.define.SymbolName;
import pim.dialect.tile.FmapType;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Traits;
import pim.ir.attr.DenseResourceAttr;
import pim.ir.attr.TypeAttr;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Type;

/// What instructions stand in and work on: cores, loops, and buffers in local and global memory.
public sealed interface Structure extends Inst {
    /// What a buffer of global memory holds when the program starts, and who cares when it ends.
    enum Role { INPUT, OUTPUT, SCRATCH, CONSTANT }

    /// A buffer of global memory at a byte address.
    ///
    /// A feature map lies there row by row, within a row pixel by pixel, a pixel's channels side by side, surrounded by `halo` more rows and columns
    /// of pixels: top, left, bottom, right. That of an input is zero when the program starts. A tensor lies there in row-major order.
    ///
    /// @param shape of an input or output, the network's own shape of the feature map
    /// @param value of a constant, in the order of memory, without the halo
    @Format("$sym_name `at` $address `:` $type (`halo` $halo^)? $role (`shape` $shape^)? (`value` $value^)? attr-dict")
    record Memory(SymbolName symName, @Is(Constraints.NonNegative.class) long address, TypeAttr type, Optional<long[]> halo, Role role,
                  Optional<long[]> shape, Optional<DenseResourceAttr> value) implements Structure, Traits.Symbol {
        @Override public String verify(Operation self) {
            if (!(type.value() instanceof FmapType) && !(type.value() instanceof RankedTensorType t && t.hasStaticShape())) {
                return "expects a feature map or a tensor of static shape, but got " + type.value();
            }
            if (Width.ofElement(elementType()) < 0) return "expects elements of 8, 16, 32 or 64 bits, integers or quantised, but got "
                + elementType();
            if (halo.isPresent()) {
                if (!(type.value() instanceof FmapType)) return "has a halo, which only a feature map can have, but holds " + type.value();
                if (halo.get().length != 4) return "expects 4 extents of its halo (top, left, bottom, right), but got " + halo.get().length;
                for (long h : halo.get()) if (h < 0) return "expects extents of its halo that are not negative, but got " + h;
            }
            if (BufferLayout.isTooLarge(type.value(), halo.orElse(new long[4]))) return "expects at most " + Count.LARGEST + " bytes, but holds more";
            if (shape.isPresent()) {
                for (long extent : shape.get()) if (extent < 1) return "expects a shape of extents above zero, but got " + extent;
                long elements = 1;
                for (long extent : shape.get()) elements *= extent;
                if (elements != layout().elements()) return "expects a shape of " + layout().elements() + " elements, but got " + elements;
            }
            boolean boundary = role == Role.INPUT || role == Role.OUTPUT;
            if (boundary && !(type.value() instanceof FmapType)) return "expects an input or output to be a feature map, but got " + type.value();
            if (role == Role.CONSTANT && value.isEmpty()) return "expects a value, since it is a constant";
            if (role != Role.CONSTANT && value.isPresent()) return "has a value, but is no constant";
            return overlap(self);
        }

        private String overlap(Operation self) {
            for (var next = self.next(); next != null; next = next.next()) {
                if (!next.has(Memory.class) || !(next.op() instanceof Memory other) || !other.hasLayout()) continue;
                if (address < other.end() && other.address < end()) {
                    return "takes bytes [" + address + ", " + end() + ") of global memory, but @" + other.symName + " takes [" + other.address + ", "
                        + other.end() + ")";
                }
            }
            return null;
        }

        private boolean hasLayout() {
            return (type.value() instanceof FmapType || type.value() instanceof RankedTensorType t && t.hasStaticShape())
                && Width.ofElement(elementType()) > 0
                && halo.orElse(new long[4]).length == 4
                && !BufferLayout.isTooLarge(type.value(), halo.orElse(new long[4]));
        }

        private Type elementType() {
            return type.value() instanceof FmapType f ? f.element() : ((RankedTensorType) type.value()).element();
        }

        /// The address of the byte behind it.
        public long end() {
            return address + layout().bytes();
        }

        /// Where each element lies.
        public BufferLayout layout() {
            return BufferLayout.of(type.value(), halo.orElse(new long[4]));
        }
    }

    /// The program of one core and the array groups that its arrays hold. An `mvm` names a group by its place in the list.
    @Format("$core `groups` $groups attr-dict-with-keyword $body")
    record Core(@Is(Constraints.NonNegative.class) long core, List<GroupAttr> groups, Region body)
        implements Structure, CoreOp {
        @Override public long number() {
            return core;
        }
    }

    /// Runs its body for `from`, `from + step`, ... up to but without `to`.
    @Format(value = CountedLoop.FORMAT, parts = Loop.class)
    record For(long from, long to, @Is(Count.class) long step, Region body) implements Structure, CountedLoop {}

    /// A buffer of `bytes` bytes in the local memory of the core. It is at `offset` there once that is decided. Nothing is in it until it is written.
    @Format("$bytes (`at` $offset^)? attr-dict")
    record Alloc(@Is(Count.class) long bytes, @Is(Constraints.NonNegative.class) Optional<Long> offset) implements Structure {
        @Override public List<Type> inferResultTypes() {
            return List.of(BufferType.BUFFER);
        }

        @Override public String verify(Operation self) {
            if (offset.isEmpty() || offset.get() <= Count.LARGEST - bytes) return null;
            return "expects to end within " + Count.LARGEST + " bytes of local memory, but is of " + bytes + " bytes at " + offset.get();
        }
    }
}
