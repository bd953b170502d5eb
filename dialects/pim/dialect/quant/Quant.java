package pim.dialect.quant;

import pim.define.Namespace;
import pim.ir.Op;

/// The dialect of quantised numbers. It has types and no ops: what computes with them are the ops of the levels.
@Namespace(value = "quant", properties = true)
public interface Quant extends Op {}
