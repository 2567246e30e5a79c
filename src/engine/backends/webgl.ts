import { MathBackendWebGL, setWebGLContext } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import { EngineError } from '../../core/errors.ts';
import { timeOfAnswer } from './answers.ts';
import type { StartedBackend } from './backend.ts';
import { activateNow, createLiveness, initialise } from './backend.ts';

const ATTRIBUTES: WebGLContextAttributes = {
  alpha: false,
  antialias: false,
  depth: false,
  stencil: false,
  premultipliedAlpha: false,
  preserveDrawingBuffer: false,
};

const newCanvas = () => new OffscreenCanvas(1, 1);

/** The name behind the privacy mask, where the browser tells it. */
function rendererName(gl: WebGL2RenderingContext): string {
  const extension = gl.getExtension('WEBGL_debug_renderer_info');
  return String(gl.getParameter(extension ? extension.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
}

/**
 * WebGL 2 on a context of our own. tfjs makes its context with `failIfMajorPerformanceCaveat` and, where
 * that fails, falls back to the CPU without a word; here a software renderer starts too, and is called one.
 *
 * @throws EngineError `backend-unavailable` where there is no WebGL 2 in a worker.
 */
export async function start(): Promise<StartedBackend> {
  const canvas = typeof OffscreenCanvas === 'undefined' ? null : newCanvas();
  const gl = canvas?.getContext('webgl2', ATTRIBUTES);
  if (!canvas || !gl) throw new EngineError('backend-unavailable', { code: 'backend.noWebGl' });
  const software = newCanvas().getContext('webgl2', { ...ATTRIBUTES, failIfMajorPerformanceCaveat: true }) === null;
  const name = rendererName(gl);

  const { lose, ...liveness } = createLiveness('webgl');
  canvas.addEventListener('webglcontextlost', () => lose('webglcontextlost'));

  // tfjs probes the machine through this context when its flags are first read.
  setWebGLContext(2, gl);
  if (tf.findBackendFactory('webgl')) tf.removeBackend('webgl');
  tf.registerBackend('webgl', () => new MathBackendWebGL(canvas));
  await initialise('webgl');
  const activate = () => activateNow('webgl');
  return {
    id: 'webgl',
    device: { code: 'device.named', name },
    falls: [],
    tiles: null,
    answersIn: await timeOfAnswer({ activate, guard: liveness.guard }),
    readsCopies: false,
    software: software || /swiftshader|llvmpipe|software/i.test(name),
    activate,
    ...liveness,
  };
}
