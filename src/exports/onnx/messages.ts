/** The messages of ONNX's protocol buffers that a network needs (onnx.proto, IR version 8). */
import { PbfWriter } from 'pbf';

const IR_VERSION = 8;
const OPSET = 17;
/** `TensorProto.DataType` */
export const FLOAT = 1;
export const INT64 = 7;

/** A whole number, a fraction, or whole numbers. */
export type Attribute = { readonly i: number } | { readonly f: number } | { readonly ints: readonly number[] };

export interface OnnxNode {
  readonly op: string;
  readonly inputs: readonly string[];
  /** Its name and its output's. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

export interface OnnxTensor {
  readonly name: string;
  readonly type: typeof FLOAT | typeof INT64;
  readonly dims: readonly number[];
  /** Little-endian, row-major. */
  readonly bytes: Uint8Array;
}

export interface OnnxValue {
  readonly name: string;
  readonly type: typeof FLOAT | typeof INT64;
  /** A text is the name of a length that is not fixed. */
  readonly dims: readonly (number | string)[];
}

export interface OnnxModel {
  readonly name: string;
  readonly producer: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  readonly initializers: readonly OnnxTensor[];
  readonly nodes: readonly OnnxNode[];
}

function writeAttribute([name, attribute]: readonly [string, Attribute], pbf: PbfWriter): void {
  pbf.writeStringField(1, name);
  if ('f' in attribute) {
    pbf.writeFloatField(2, attribute.f);
    pbf.writeVarintField(20, 1);
  } else if ('i' in attribute) {
    pbf.writeVarintField(3, attribute.i);
    pbf.writeVarintField(20, 2);
  } else {
    for (const value of attribute.ints) pbf.writeVarintField(8, value);
    pbf.writeVarintField(20, 7);
  }
}

function writeNode({ op, inputs, name, attributes }: OnnxNode, pbf: PbfWriter): void {
  for (const input of inputs) pbf.writeStringField(1, input);
  pbf.writeStringField(2, name);
  pbf.writeStringField(3, name);
  pbf.writeStringField(4, op);
  for (const attribute of Object.entries(attributes)) pbf.writeMessage(5, writeAttribute, attribute);
}

function writeTensor({ dims, type, name, bytes }: OnnxTensor, pbf: PbfWriter): void {
  for (const length of dims) pbf.writeVarintField(1, length);
  pbf.writeVarintField(2, type);
  pbf.writeStringField(8, name);
  pbf.writeBytesField(9, bytes);
}

const writeDimension = (length: number | string, pbf: PbfWriter): void =>
  typeof length === 'number' ? pbf.writeVarintField(1, length) : pbf.writeStringField(2, length);

function writeShape(dims: OnnxValue['dims'], pbf: PbfWriter): void {
  for (const length of dims) pbf.writeMessage(1, writeDimension, length);
}

function writeTensorType({ type, dims }: OnnxValue, pbf: PbfWriter): void {
  pbf.writeVarintField(1, type);
  pbf.writeMessage(2, writeShape, dims);
}

function writeValue(value: OnnxValue, pbf: PbfWriter): void {
  pbf.writeStringField(1, value.name);
  pbf.writeMessage(2, (inner: OnnxValue, type) => type.writeMessage(1, writeTensorType, inner), value);
}

function writeGraph({ name, nodes, initializers, inputs, outputs }: OnnxModel, pbf: PbfWriter): void {
  for (const node of nodes) pbf.writeMessage(1, writeNode, node);
  pbf.writeStringField(2, name);
  for (const tensor of initializers) pbf.writeMessage(5, writeTensor, tensor);
  for (const value of inputs) pbf.writeMessage(11, writeValue, value);
  for (const value of outputs) pbf.writeMessage(12, writeValue, value);
}

function writeFact([key, value]: readonly [string, string], pbf: PbfWriter): void {
  pbf.writeStringField(1, key);
  pbf.writeStringField(2, value);
}

export function encodeModel(model: OnnxModel): Uint8Array<ArrayBuffer> {
  const pbf = new PbfWriter();
  pbf.writeVarintField(1, IR_VERSION);
  pbf.writeStringField(2, model.producer);
  const { input, output } = model.facts;
  pbf.writeStringField(6, `${input} -> ${output}`);
  pbf.writeMessage(7, writeGraph, model);
  pbf.writeMessage(8, (version: number, opset) => opset.writeVarintField(2, version), OPSET);
  for (const fact of Object.entries(model.facts)) pbf.writeMessage(14, writeFact, fact);
  return new Uint8Array(pbf.finish());
}
