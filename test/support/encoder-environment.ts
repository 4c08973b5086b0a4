import { TestEnvironment } from 'jest-environment-node';

/**
 * A sandbox with the typed arrays of Node itself. jest makes a set of its own for each test file, and onnxruntime's
 * native part, which knows only Node's, refuses those ("data must be type of function Float32Array").
 */
const TYPED_ARRAYS = {
  BigInt64Array,
  BigUint64Array,
  Float32Array,
  Float64Array,
  Int8Array,
  Int16Array,
  Int32Array,
  Uint8ClampedArray,
  Uint16Array,
  Uint32Array,
};

class EncoderEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    Object.assign(this.global, TYPED_ARRAYS);
  }
}

export = EncoderEnvironment;
