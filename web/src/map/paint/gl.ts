// From the sources, file by file: the build leaves out what they name and the map never uses.
import { CustomBlending, DoubleSide, DynamicDrawUsage, GLSL3, OneFactor, OneMinusSrcAlphaFactor } from "three/src/constants.js";
import { OrthographicCamera } from "three/src/cameras/OrthographicCamera.js";
import { BufferAttribute } from "three/src/core/BufferAttribute.js";
import { InstancedBufferAttribute } from "three/src/core/InstancedBufferAttribute.js";
import { InstancedBufferGeometry } from "three/src/core/InstancedBufferGeometry.js";
import { RawShaderMaterial } from "three/src/materials/RawShaderMaterial.js";
import { Mesh } from "three/src/objects/Mesh.js";
import { WebGLRenderer } from "three/src/renderers/WebGLRenderer.js";
import { Scene } from "three/src/scenes/Scene.js";
import type { Discs, Drawing, Ribbons } from "./list";
import { discFragment, discSides, discVertex, ribbonFragment, ribbonVertex } from "./shaders";

type Numbers = Float32Array | Uint8Array;

const segments = 20;
/** No longer is waited for a card to be done with a picture. */
const patienceMs = 500;

/** One list as one draw: a shape, and an instance of it for each entry. */
class Layer {
  readonly mesh: Mesh<InstancedBufferGeometry, RawShaderMaterial>;
  private readonly geometry = new InstancedBufferGeometry();
  private readonly attributes = new Map<string, InstancedBufferAttribute>();

  constructor(shape: Shape, vertex: string, fragment: string, uniforms: RawShaderMaterial["uniforms"], order: number) {
    this.geometry.setAttribute(shape.name, new BufferAttribute(new Float32Array(shape.points), shape.size));
    this.geometry.setIndex(shape.index);
    const material = new RawShaderMaterial({
      glslVersion: GLSL3,
      vertexShader: vertex,
      fragmentShader: fragment,
      uniforms,
      // Colours come multiplied by how much they cover.
      blending: CustomBlending,
      blendSrc: OneFactor,
      blendDst: OneMinusSrcAlphaFactor,
      transparent: true,
      depthTest: false,
      depthWrite: false,
      side: DoubleSide,
    });
    this.mesh = new Mesh(this.geometry, material);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = order;
  }

  show(size: number, arrays: Record<string, Numbers>): void {
    this.mesh.visible = size > 0;
    this.geometry.instanceCount = size;
    if (size === 0) return;
    for (const [name, array] of Object.entries(arrays)) {
      let attribute = this.attributes.get(name);
      // A list that grew has other arrays.
      if (attribute?.array !== array) {
        // A buffer of another size cannot be filled anew: the card gets another one.
        if (attribute) this.geometry.dispose();
        attribute = new InstancedBufferAttribute(array, 4, array instanceof Uint8Array);
        attribute.setUsage(DynamicDrawUsage);
        this.attributes.set(name, attribute);
        this.geometry.setAttribute(name, attribute);
      }
      attribute.clearUpdateRanges();
      attribute.addUpdateRange(0, size * 4);
      attribute.needsUpdate = true;
    }
  }

  dispose(): void {
    this.geometry.dispose();
    this.mesh.material.dispose();
  }
}

interface Shape {
  name: string;
  /** Numbers for each point. */
  size: number;
  points: number[];
  index: number[];
}

/** A polygon with a hole: an inner and an outer corner in each direction. */
function polygon(): Shape {
  const points: number[] = [];
  const index: number[] = [];
  for (let k = 0; k <= discSides; k++) {
    const angle = (k / discSides) * 2 * Math.PI;
    points.push(Math.cos(angle), Math.sin(angle), 0, Math.cos(angle), Math.sin(angle), 1);
    if (k === 0) continue;
    const a = (k - 1) * 2;
    index.push(a, a + 1, a + 2, a + 1, a + 3, a + 2);
  }
  return { name: "corner", size: 3, points, index };
}

function strip(): Shape {
  const points: number[] = [];
  const index: number[] = [];
  const steps = [...Array.from({ length: segments + 1 }, (_, k) => k / segments), 2, 3];
  steps.forEach((t, k) => {
    points.push(t, -1, t, 1);
    if (k === 0) return;
    const a = (k - 1) * 2;
    index.push(a, a + 1, a + 2, a + 1, a + 3, a + 2);
  });
  return { name: "along", size: 2, points, index };
}

/** Draws the lists with the graphics card. */
export class GlPainter {
  private readonly renderer: WebGLRenderer;
  private readonly scene = new Scene();
  /** Looks straight at the pixels: the lists are projected already, so that all that draws, picks or names agrees to the pixel. */
  private readonly camera = new OrthographicCamera(0, 1, 0, 1, -1, 1);
  private readonly ratio = { value: 1 };
  private readonly grounds = new Layer(polygon(), discVertex, discFragment, { ratio: this.ratio }, 0);
  private readonly edges = new Layer(strip(), ribbonVertex, ribbonFragment, { ratio: this.ratio }, 1);
  private readonly solids = new Layer(polygon(), discVertex, discFragment, { ratio: this.ratio }, 2);
  private readonly marks = new Layer(polygon(), discVertex, discFragment, { ratio: this.ratio }, 3);
  private readonly lose: WEBGL_lose_context | null;
  private readonly context: WebGL2RenderingContext;
  /** Set with each picture, until the card is done with it. */
  private pending: WebGLSync | null = null;
  private pendingSince = 0;
  private warm = false;

  /** @throws Error where there is no WebGL 2 */
  constructor(
    private readonly canvas: OffscreenCanvas,
    onLost: () => void,
    onBack: () => void,
  ) {
    const context = canvas.getContext("webgl2", { alpha: false, antialias: false, depth: false, stencil: false, powerPreference: "high-performance" });
    if (!context) throw new Error("this browser gives no WebGL 2 to workers");
    this.renderer = new WebGLRenderer({ canvas, context });
    this.renderer.sortObjects = true;
    this.context = context;
    this.lose = context.getExtension("WEBGL_lose_context");
    for (const layer of [this.grounds, this.edges, this.solids, this.marks]) this.scene.add(layer.mesh);
    canvas.addEventListener("webglcontextlost", (event) => {
      // Else it would never come back.
      event.preventDefault();
      onLost();
    });
    canvas.addEventListener("webglcontextrestored", onBack);
  }

  resize(width: number, height: number, ratio: number): void {
    this.ratio.value = ratio;
    this.renderer.setPixelRatio(ratio);
    this.renderer.setSize(width, height, false);
    this.camera.right = width;
    this.camera.bottom = height;
    this.camera.updateProjectionMatrix();
  }

  paint(drawing: Drawing): void {
    this.renderer.setClearColor(drawing.ground, 1);
    show(this.grounds, drawing.grounds);
    this.edges.show(drawing.edges.size, along(drawing.edges));
    show(this.solids, drawing.solids);
    show(this.marks, drawing.marks);
    this.renderer.render(this.scene, this.camera);
    // Only what shows something makes the card ready its programs.
    if (this.warm || drawing.solids.size > 0) {
      this.pending = this.context.fenceSync(this.context.SYNC_GPU_COMMANDS_COMPLETE, 0);
      this.pendingSince = performance.now();
    }
    this.context.flush();
  }

  /** Whether the card still works on a picture: to give it another would only make it later. */
  isBusy(): boolean {
    const { context, pending } = this;
    if (!pending) return false;
    const done = context.clientWaitSync(pending, context.SYNC_FLUSH_COMMANDS_BIT, 0) !== context.TIMEOUT_EXPIRED;
    // Some browsers tell late or never: then a picture more is better than none.
    if (!done && !context.isContextLost() && performance.now() - this.pendingSince < patienceMs) return true;
    context.deleteSync(pending);
    this.pending = null;
    this.warm = true;
    return false;
  }

  /** Whether a first picture is done: a card may need seconds to get its programs ready. */
  get isWarm(): boolean {
    return this.warm;
  }

  /** Its programs are gone with the former context. */
  cool(): void {
    this.warm = false;
    this.pending = null;
  }

  /** For tests: loses the context as a driver that resets does. */
  lostForTest(): void {
    this.lose?.loseContext();
  }

  stop(): void {
    for (const layer of [this.grounds, this.edges, this.solids, this.marks]) layer.dispose();
    this.renderer.dispose();
    this.canvas.width = 1;
    this.canvas.height = 1;
  }
}

function show(layer: Layer, discs: Discs): void {
  layer.show(discs.size, { place: discs.place, arc: discs.arc, fill: discs.fill, rim: discs.rim, shine: discs.shine });
}

function along(ribbons: Ribbons): Record<string, Numbers> {
  return { start: ribbons.start, end: ribbons.end, ink: ribbons.ink };
}
