/** What changes tensors in place on WebGPU: one dispatch where tfjs needs a dozen. See the same of the CPU in simd/fused.ts. */
import { engine, type Tensor, util } from '@tensorflow/tfjs-core';
import { ADAM, type AdamUpdate, DROPOUT_MASK, floatsOfAdam, MOVE_TOWARDS } from '../core/kernels.ts';
import { dropoutMask as maskOf, openStream, type StreamState } from '../core/random.ts';
import { recording } from '../program/recording.ts';
import { WebGpuBackend } from './backend.ts';

export function activeBackend(): WebGpuBackend {
  const { backend } = engine();
  if (!(backend instanceof WebGpuBackend)) throw new Error('The current tfjs backend is not our WebGPU.');
  return backend;
}

const WORKGROUP = 256;
/** What one thread after the other takes, so that no tensor asks for more workgroups than there may be. */
const LOOP = (line: string): string => `
@compute @workgroup_size(${WORKGROUP})
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  for (var i = id.x; i < arrayLength(&w); i += groups.x * ${WORKGROUP}u) { ${line} }
}`;

const storage = (names: readonly string[]): string =>
  names.map((name, i) => `@group(0) @binding(${i}) var<storage, read_write> ${name}: array<f32>;`).join('\n');

const ADAM_CODE = `${storage(['w', 'm', 'v', 'g'])}
struct Told { beta1: f32, left1: f32, beta2: f32, left2: f32, rate: f32, correction: f32, epsilon: f32 }
@group(0) @binding(4) var<uniform> told: Told;
${LOOP(`
    m[i] = told.beta1 * m[i] + told.left1 * g[i];
    v[i] = told.beta2 * v[i] + told.left2 * g[i] * g[i];
    w[i] -= told.rate * m[i] / (sqrt(v[i]) * told.correction + told.epsilon);
  `)}`;

const FOLLOW_CODE = `${storage(['w', 'value'])}
@group(0) @binding(2) var<uniform> share: f32;
${LOOP('w[i] += share * (value[i] - w[i]);')}`;

const pipelines = new WeakMap<GPUDevice, Map<string, GPUComputePipeline>>();

function pipelineOf(device: GPUDevice, code: string): GPUComputePipeline {
  const own = pipelines.get(device) ?? new Map<string, GPUComputePipeline>();
  pipelines.set(device, own);
  const made =
    own.get(code) ??
    device.createComputePipeline({ layout: 'auto', compute: { module: device.createShaderModule({ code }) } });
  own.set(code, made);
  return made;
}

/** Runs it over tensors of one shape, of which it changes the first few. */
function dispatch(code: string, tensors: readonly Tensor[], changes: number, floats: readonly number[]): void {
  const backend = activeBackend();
  const [first] = tensors as [Tensor];
  for (const { dtype, shape } of tensors)
    if (dtype !== 'float32' || !util.arraysEqual(shape, first.shape))
      throw new Error(`What changes in place needs float32 tensors of one shape, but gets ${dtype} [${shape}].`);
  for (const { dataId } of tensors.slice(0, changes))
    if (backend.refCount(dataId) !== 1) throw new Error('A tensor would change that shares its memory.');
  const { device } = backend;
  const pipeline = pipelineOf(device, code);
  const resources = [...tensors.map((tensor) => ({ buffer: backend.bufferOf(tensor) })), backend.uniforms(floats)];
  const entries = resources.map((resource, binding) => ({ binding, resource }));
  const pass = backend.outsidePass().beginComputePass();
  pass.setPipeline(pipeline);
  pass.setBindGroup(0, device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries }));
  pass.dispatchWorkgroups(Math.min(65_535, Math.ceil(first.size / WORKGROUP)));
  pass.end();
  backend.holds(tensors);
  for (const tensor of tensors.slice(0, changes)) backend.changed(tensor);
}

/** One step of Adam, as `fusedAdam` takes it. */
export function adam(w: Tensor, m: Tensor, v: Tensor, g: Tensor, update: AdamUpdate, dial = 0): void {
  dispatch(ADAM_CODE, [w, m, v, g], 3, floatsOfAdam(update));
  recording.now?.changed(ADAM, { w, m, v, g }, ['w', 'm', 'v'], dial);
}

/** average += share · (value − average). */
export function moveTowards(average: Tensor, value: Tensor, share: number, dial = 0): void {
  dispatch(FOLLOW_CODE, [average, value], 1, [share]);
  recording.now?.changed(MOVE_TOWARDS, { average, value }, ['average'], dial);
}

/** Fills `out`, which nobody has read yet, with an inverted dropout mask. Returns the stream's state after it. */
export function dropoutMask(out: Tensor, state: StreamState, rate: number, dial = 0): StreamState {
  const stream = openStream(state);
  activeBackend().fill(out, maskOf(stream, out.size, rate));
  recording.now?.changed(DROPOUT_MASK, { out }, ['out'], dial);
  return stream.state();
}
