// The presenter's own mesh and pictures drawn by three.js: the rival of bench_presenter.py.
// Every frame of the browser draws her anew with the lips of a narration, a blink and a turned head,
// and moves the picture behind her: one frame is one frame of all, so that CPU time divides cleanly.
import * as THREE from "three";
import { GLTFLoader } from "three/addons/loaders/GLTFLoader.js";

const EVERY = 5000;  // ms between two reports, as the booth's own

const scene = await (await fetch("/scene.json")).json();
const [width, height] = scene.size;  // pixels she is shown at
const { focal, centre, canvas, neck } = scene.camera;

// Two ways: as anybody would have it; or "?lean", sparing an emulated card what it is slow at. Then
// a loop sums the shapes over the few vertices each moves, instead of the vertex shader, and colours
// pass through as they are, instead of being turned to light and back for every pixel: unlit, the
// picture is the same.
const lean = location.search === "?lean";

const renderer = new THREE.WebGLRenderer({ alpha: true, antialias: false });
if (lean) renderer.outputColorSpace = THREE.LinearSRGBColorSpace;
renderer.setSize(width, height);
document.body.append(renderer.domElement);

// The camera that took the pictures: shifted, not tilted.
const near = 0.1, far = 10;
const camera = new THREE.Camera();
camera.projectionMatrix.makePerspective(
  -centre[0] / focal * near, (canvas[0] - centre[0]) / focal * near,
  centre[1] / focal * near, (centre[1] - canvas[1]) / focal * near, near, far);
camera.projectionMatrixInverse.copy(camera.projectionMatrix).invert();

async function texture(file, box) {
  const found = await new THREE.TextureLoader().loadAsync(file);
  found.flipY = false;
  if (lean) {
    found.generateMipmaps = false;
    found.minFilter = THREE.LinearFilter;
  } else {
    found.colorSpace = THREE.SRGBColorSpace;
  }
  if (box) {
    const [left, top, wide, high] = box;
    found.repeat.set(canvas[0] / wide, canvas[1] / high);
    found.offset.set(-left / wide, -top / high);
  }
  return found;
}

const still = await texture("/presenter/rest.webp");
const pictures = {};
for (const [name, layer] of Object.entries(scene.layers))
  pictures[name] = await texture(`/presenter/${layer.file}`, layer.box);

const gltf = await new GLTFLoader().loadAsync("/presenter/mesh.glb");
const head = new THREE.Group(), pivot = new THREE.Group(), stage = new THREE.Scene();
pivot.position.set(...neck);
head.position.set(-neck[0], -neck[1], -neck[2]);
pivot.add(head);
stage.add(pivot);

function sums(part) {
  const position = part.geometry.attributes.position.setUsage(THREE.DynamicDrawUsage);
  const base = position.array.slice();
  const shapes = part.geometry.morphAttributes.position.map((shift) => {
    const at = [], by = [];
    shift.array.forEach((value, i) => { if (value) { at.push(i); by.push(value); } });
    return { at: Uint32Array.from(at), by: Float32Array.from(by) };
  });
  part.geometry.morphAttributes = {};
  return (weights) => {
    position.array.set(base);
    shapes.forEach(({ at, by }, which) => {
      const weight = weights[which];
      if (weight) for (let i = 0; i < at.length; i++) position.array[at[i]] += weight * by[i];
    });
    position.needsUpdate = true;
  };
}

const moving = [];
for (const part of [...gltf.scene.children]) {
  const layer = scene.parts[part.name];
  const map = layer ? pictures[layer] : still;
  if (layer && part.geometry.attributes.uv1) map.channel = 1;
  // Only lashes need mixing with what is behind them; the rest writes depth and is drawn once.
  const mixed = part.name === "lashes";
  part.material = new THREE.MeshBasicMaterial({
    map, side: THREE.DoubleSide, transparent: mixed, depthWrite: !mixed, alphaTest: mixed ? 0 : 0.5,
    forceSinglePass: true,
  });
  (part.name === "body" ? stage : head).add(part);
  if (!part.morphTargetInfluences) continue;
  const rest = [...part.morphTargetInfluences], names = { ...part.morphTargetDictionary };
  const apply = lean ? sums(part) : (weights) => { part.morphTargetInfluences = weights; };
  if (lean) part.updateMorphTargets();
  moving.push({ rest, names, apply });
}

function pose(seconds) {
  const place = (seconds * scene.lips.rate) % (scene.lips.frames.length - 1), before = Math.floor(place);
  const one = scene.lips.frames[before], two = scene.lips.frames[before + 1];
  const shapes = {};
  scene.lips.names.forEach((name, i) => { shapes[name] = one[i] + (two[i] - one[i]) * (place - before); });
  shapes.eyeBlinkLeft = shapes.eyeBlinkRight = Math.max(0, 1 - Math.abs((seconds % 4) - 3.8) / 0.1);
  for (const { rest, names, apply } of moving) {
    const weights = [...rest];
    for (const name in shapes)
      if (name in names) weights[names[name]] = Math.max(0, rest[names[name]] + shapes[name]);
    apply(weights);
  }
  pivot.rotation.set(0.02 * Math.sin(seconds * 0.9), 0.05 * Math.sin(seconds * 0.6), 0.015 * Math.sin(seconds * 0.5));
}

const picture = document.getElementById("p");
let times = [];
function frame(now) {
  pose(now / 1000);
  renderer.render(stage, camera);
  picture.style.transform = `scale(${1.04 - 0.04 * Math.cos(now / 24000 * 2 * Math.PI)})`;
  times.push(now);
  const length = now - times[0];
  if (length >= EVERY) {
    const gaps = times.slice(1).map((time, i) => time - times[i]).sort((a, b) => a - b);
    const figures = { fps: gaps.length / length * 1000, p99_ms: gaps[Math.floor(gaps.length * 0.99)] };
    fetch("/frames", { method: "POST", body: JSON.stringify(figures) });
    times = [now];
  }
  requestAnimationFrame(frame);
}
requestAnimationFrame(frame);
