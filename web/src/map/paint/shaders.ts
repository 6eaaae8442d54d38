/**
 * Each disc is a polygon that the fragment shader cuts round by its distance from the middle: smooth at every size, with
 * one draw for thousands. Of a mere ring the polygon has a hole, so that its inside costs nothing. Positions are pixels
 * of the screen, from the top left. `corner.z` is 0 at the inner edge and 1 at the outer.
 */
export const discSides = 12;

export const discVertex = /* glsl */ `
#define OUTER ${(1 / Math.cos(Math.PI / discSides)).toFixed(6)}
precision highp float;
uniform mat4 projectionMatrix;
in vec3 corner;
in vec4 place;
in vec4 arc;
in vec4 fill;
in vec4 rim;
in vec4 shine;
out vec2 from;
flat out vec4 vPlace;
flat out vec4 vArc;
flat out vec4 vFill;
flat out vec4 vRim;
flat out vec4 vShine;
void main() {
  float margin = place.w * 0.5 + 1.5;
  // The outer corners lie so far out that the sides between them touch the circle.
  from = corner.xy * (corner.z > 0.5 ? (place.z + margin) * OUTER : fill.a > 0.0 ? 0.0 : max(0.0, place.z - margin));
  vPlace = place;
  vArc = arc;
  vFill = fill;
  vRim = rim;
  vShine = shine;
  gl_Position = projectionMatrix * vec4(place.xy + from, 0.0, 1.0);
}`;

export const discFragment = /* glsl */ `
precision highp float;
uniform float ratio;
in vec2 from;
flat in vec4 vPlace;
flat in vec4 vArc;
flat in vec4 vFill;
flat in vec4 vRim;
flat in vec4 vShine;
out vec4 colour;
const float turn = 6.28318530718;
void main() {
  float r = vPlace.z;
  float away = length(from);
  float round = vArc.w;
  if (round == 0.0 && vShine.a == 0.0 && away < r - vPlace.w * 0.5 - 1.5) {
    if (vFill.a == 0.0) discard;
    colour = vec4(vFill.rgb * vFill.a, vFill.a);
    return;
  }
  float inside = clamp((r - away) * ratio + 0.5, 0.0, 1.0);
  vec3 rgb = vFill.rgb;
  float alpha = vFill.a * inside;
  vec2 at = from / max(r, 0.001);
  float edge = min(1.0, dot(at, at));
  if (round < 0.0) alpha *= mix(1.0, 0.07 + 0.5 * edge * edge * edge, -round);
  if (vShine.a > 0.0) {
    float light = 1.0 - clamp(length(at - vec2(-0.25, -0.45)) / 1.25, 0.0, 1.0);
    rgb = mix(rgb, vShine.rgb, vShine.a * light);
  }
  if (round > 0.0) {
    vec3 normal = vec3(at, sqrt(max(0.0, 1.0 - edge)));
    float lit = 0.5 + 0.5 * dot(normal, normalize(vec3(-0.35, -0.6, 0.72)));
    rgb *= mix(1.0, 0.8 + 0.22 * lit, round);
  }
  if (vRim.a > 0.0) {
    float width = max(vPlace.w, 1.0 / ratio);
    float band = clamp((width * 0.5 - abs(away - r)) * ratio + 0.5, 0.0, 1.0) * min(1.0, vPlace.w * ratio);
    if (vArc.x > 0.0 || vArc.y < 1.0 || vArc.z > 0.0) {
      // Turns from the top, clockwise.
      float angle = fract(atan(from.x, -from.y) / turn);
      float soft = 0.5 / (turn * max(r, 1.0) * ratio);
      if (vArc.x > 0.0 || vArc.y < 1.0) band *= clamp((angle - vArc.x) / soft + 0.5, 0.0, 1.0) * clamp((vArc.y - angle) / soft + 0.5, 0.0, 1.0);
      if (vArc.z > 0.0) {
        float dashes = max(4.0, floor(turn * r / vArc.z));
        band *= step(fract(angle * dashes), 0.55);
      }
    }
    float over = vRim.a * band;
    float sum = over + alpha * (1.0 - over);
    rgb = sum > 0.0 ? (vRim.rgb * over + rgb * alpha * (1.0 - over)) / sum : rgb;
    alpha = sum;
  }
  if (alpha < 0.002) discard;
  colour = vec4(rgb * alpha, alpha);
}`;

/** A band along a quadratic curve; `along.x` runs from 0 to 1, 2 marks the corners of the arrow, `along.y` is the side. */
export const ribbonVertex = /* glsl */ `
precision highp float;
uniform mat4 projectionMatrix;
in vec2 along;
in vec4 start;
in vec4 end;
in vec4 ink;
out float across;
flat out float vHalf;
flat out vec4 vInk;
vec2 on(float t) {
  return mix(mix(start.xy, start.zw, t), mix(start.zw, end.xy, t), t);
}
void main() {
  float arrow = end.w;
  float length0 = max(1.0, distance(start.xy, start.zw) + distance(start.zw, end.xy));
  float stop = 1.0 - min(0.9, arrow * 0.92 / length0);
  float t = along.x <= 1.0 ? along.x * stop : along.x < 2.5 ? stop : 1.0;
  vec2 tangent = mix(start.zw - start.xy, end.xy - start.zw, t);
  tangent = dot(tangent, tangent) > 0.0 ? normalize(tangent) : vec2(1.0, 0.0);
  float halfWidth = end.z * 0.5;
  float reach = along.x <= 1.0 ? halfWidth + 1.0 : along.x < 2.5 ? (arrow > 0.0 ? arrow * 0.42 + 1.0 : halfWidth + 1.0) : (arrow > 0.0 ? 0.0 : halfWidth + 1.0);
  vHalf = along.x <= 1.0 || arrow == 0.0 ? halfWidth : 1e4;
  across = along.y * reach;
  vInk = ink;
  gl_Position = projectionMatrix * vec4(on(t) + vec2(-tangent.y, tangent.x) * along.y * reach, 0.0, 1.0);
}`;

export const ribbonFragment = /* glsl */ `
precision highp float;
uniform float ratio;
in float across;
flat in float vHalf;
flat in vec4 vInk;
out vec4 colour;
void main() {
  float width = max(vHalf, 0.5 / ratio);
  float alpha = vInk.a * clamp((width - abs(across)) * ratio + 0.5, 0.0, 1.0) * min(1.0, vHalf * 2.0 * ratio);
  if (alpha < 0.002) discard;
  colour = vec4(vInk.rgb * alpha, alpha);
}`;
