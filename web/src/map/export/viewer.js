/* global document, window, matchMedia, devicePixelRatio, requestAnimationFrame, addEventListener */
// The script of an exported page: it draws the map that stands in the page, and asks nobody for anything.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const items = data.items.map(([name, x, y, r, parent, colour, type, count]) => ({ name, x, y, r, parent, colour, type, count, members: [], depth: 0 }));
  const tops = [];
  for (const item of items) {
    const group = items[item.parent];
    (group ? group.members : tops).push(item);
    if (group) item.depth = group.depth + 1;
  }
  const edges = data.edges.map(([from, to]) => [items[from], items[to]]);
  const canvas = document.getElementById("map");
  const context = canvas.getContext("2d");
  const told = document.getElementById("told");
  const search = document.getElementById("search");
  const darkness = matchMedia("(prefers-color-scheme: dark)");
  let camera = { x: 0, y: 0, scale: 1 };
  let shown = [];
  let marked = null;
  let asked = false;

  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (const { x, y, r } of tops) {
    box.minX = Math.min(box.minX, x - r);
    box.maxX = Math.max(box.maxX, x + r);
    box.minY = Math.min(box.minY, y - r);
    box.maxY = Math.max(box.maxY, y + r);
  }
  const fit = () => {
    camera = {
      x: (box.minX + box.maxX) / 2,
      y: (box.minY + box.maxY) / 2,
      scale: 0.9 * Math.min(window.innerWidth / (box.maxX - box.minX || 1), (window.innerHeight - 60) / (box.maxY - box.minY || 1)),
    };
  };
  const screenX = (x) => (x - camera.x) * camera.scale + window.innerWidth / 2;
  const screenY = (y) => (y - camera.y) * camera.scale + window.innerHeight / 2 + 20;
  const disc = (x, y, r) => {
    context.beginPath();
    context.arc(x, y, r, 0, Math.PI * 2);
  };

  const find = () => {
    shown = [];
    const side = Math.min(window.innerWidth, window.innerHeight);
    const look = (list) => {
      for (const item of list) {
        const x = screenX(item.x);
        const y = screenY(item.y);
        const r = item.r * camera.scale;
        if (x + r < 0 || y + r < 0 || x - r > window.innerWidth || y - r > window.innerHeight || r < 0.3 || shown.length > 12000) continue;
        const open = item.members.length > 0 && r > Math.max(60, side * 0.16);
        item.at = shown.length;
        shown.push({ item, x, y, r, open });
        if (open) look(item.members);
      }
    };
    for (const item of items) item.at = -1;
    look(tops);
  };
  const standIn = (item) => {
    let found = item;
    for (let at = item; at; at = items[at.parent]) if (at.at < 0 || !items[at.parent] || (items[at.parent].at >= 0 && shown[items[at.parent].at].open)) { found = at; if (at.at >= 0) break; } else found = items[at.parent];
    return found && found.at >= 0 ? shown[found.at] : null;
  };

  // By way of the groups around both ends, as on the map: what leads from one group to another runs together.
  const stopsBetween = (a, b) => {
    const around = (item) => {
      const groups = [];
      for (let at = items[item.parent]; at; at = items[at.parent]) groups.push(at);
      return groups;
    };
    const [first, last] = [around(a.item), around(b.item)];
    while (first.length && first.at(-1) === last.at(-1)) {
      first.pop();
      last.pop();
    }
    const ends = (groups) => (groups.length > 2 ? [groups[0], groups.at(-1)] : groups);
    const groups = [...ends(first), ...ends(last).reverse()];
    const widest = 0.42 * Math.hypot(b.x - a.x, b.y - a.y);
    return groups.map((group, k) => {
      const part = (k + 1) / (groups.length + 1);
      const [x, y] = [a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part];
      const [dx, dy] = [screenX(group.x) - x, screenY(group.y) - y];
      const pull = Math.min(0.82, widest / Math.max(1, Math.hypot(dx, dy)));
      return { x: x + dx * pull, y: y + dy * pull };
    });
  };

  const drawEdges = (look) => {
    const sums = new Map();
    for (const [from, to] of edges) {
      const a = standIn(from);
      const b = standIn(to);
      if (!a || !b || a === b || a.open || b.open) continue;
      const key = a.item.at < b.item.at ? a.item.at * 20000 + b.item.at : b.item.at * 20000 + a.item.at;
      const entry = sums.get(key);
      if (entry) entry.weight += 1;
      else sums.set(key, { a, b, weight: 1 });
    }
    const heaviest = [...sums.values()].sort((p, q) => q.weight - p.weight).slice(0, 500);
    const most = Math.log2(1 + (heaviest[0]?.weight ?? 1));
    context.strokeStyle = look.line;
    for (const { a, b, weight } of heaviest) {
      const part = Math.log2(1 + weight) / most;
      context.globalAlpha = (0.08 + 0.3 * part) * Math.min(1, 160 / heaviest.length);
      context.lineWidth = 0.8 + 3.5 * part * part;
      context.beginPath();
      context.moveTo(a.x, a.y);
      const stops = stopsBetween(a, b);
      if (stops.length === 0) context.quadraticCurveTo((a.x + b.x) / 2 + (b.y - a.y) * 0.08, (a.y + b.y) / 2 - (b.x - a.x) * 0.08, b.x, b.y);
      stops.forEach((stop, k) => {
        const next = stops[k + 1];
        context.quadraticCurveTo(stop.x, stop.y, next ? (stop.x + next.x) / 2 : b.x, next ? (stop.y + next.y) / 2 : b.y);
      });
      context.stroke();
    }
    context.globalAlpha = 1;
  };

  const drawNames = (look) => {
    const taken = [];
    const wanted = shown.filter((s) => s.open || s.r > (s.item.members.length ? 16 : 6)).sort((a, b) => Number(b.item === marked) - Number(a.item === marked) || Number(b.open) - Number(a.open) || b.r - a.r);
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    let names = 0;
    for (const { item, x, y, r, open } of wanted) {
      if (names > 120) break;
      const size = open ? 12.5 : item.members.length ? Math.min(20, Math.max(10.5, r * 0.27)) : 11.5;
      context.font = `${open || item.members.length ? 600 : 500} ${size}px system-ui, sans-serif`;
      const top = open ? Math.max(52, y - r) : item.members.length ? y : y + Math.min(r, 26) + 9;
      const half = context.measureText(item.name).width / 2 + 4;
      if (!open && item.members.length && half > r * 1.5 && item !== marked) continue;
      const own = { x0: x - half, x1: x + half, y0: top - size * 0.8, y1: top + size * 0.8 };
      if (taken.some((t) => own.x0 < t.x1 && t.x0 < own.x1 && own.y0 < t.y1 && t.y0 < own.y1)) continue;
      taken.push(own);
      names += 1;
      context.strokeStyle = look.halo;
      context.lineWidth = 3.5;
      context.strokeText(item.name, x, top);
      context.fillStyle = look.ink;
      context.fillText(item.name, x, top);
    }
  };

  const draw = () => {
    asked = false;
    const look = darkness.matches ? data.dark : data.light;
    canvas.width = window.innerWidth * devicePixelRatio;
    canvas.height = window.innerHeight * devicePixelRatio;
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    context.fillStyle = look.sea;
    context.fillRect(0, 0, window.innerWidth, window.innerHeight);
    find();
    context.lineWidth = 1;
    for (const { item, x, y, r, open } of shown) {
      if (!open) continue;
      context.fillStyle = look.land[item.depth < 3 ? item.depth : 1 + (item.depth % 2)];
      context.strokeStyle = look.coast;
      disc(x, y, r);
      context.fill();
      context.stroke();
    }
    drawEdges(look);
    for (const { item, x, y, r, open } of shown) {
      if (open) continue;
      const group = item.members.length > 0;
      context.fillStyle = group ? look.groups[item.colour] : look.types[item.colour];
      disc(x, y, group ? r : Math.max(0.7, r < 20 ? r : 20 + (r - 20) * 0.22));
      context.fill();
      if (!group) continue;
      context.strokeStyle = look.rims[item.colour];
      context.lineWidth = r > 22 ? 3 : 1;
      context.stroke();
    }
    const mark = marked && standIn(marked);
    if (mark) {
      context.strokeStyle = look.accent;
      context.lineWidth = 3;
      disc(mark.x, mark.y, Math.min(mark.r, mark.item.members.length ? Infinity : 26) + 3);
      context.stroke();
    }
    drawNames(look);
  };
  const redraw = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(draw);
  };

  const say = (item) => {
    const type = data.types[item.type] ?? "";
    told.textContent = [item.name, type, item.members.length ? `${item.count} inside` : "", items[item.parent] ? `in ${items[item.parent].name}` : ""].filter(Boolean).join(" · ");
  };
  const under = (x, y) => {
    let best = null;
    for (const s of shown) if (!s.open && Math.hypot(s.x - x, s.y - y) <= Math.max(s.r, 6) && (!best || s.r < best.r)) best = s;
    return best && best.item;
  };
  const zoom = (x, y, factor) => {
    const scale = Math.min(400, Math.max(1e-5, camera.scale * factor));
    const [dx, dy] = [x - window.innerWidth / 2, y - window.innerHeight / 2 - 20];
    camera = { x: camera.x + dx / camera.scale - dx / scale, y: camera.y + dy / camera.scale - dy / scale, scale };
    redraw();
  };
  const goTo = (item) => {
    marked = item;
    camera = { x: item.x, y: item.y, scale: item.members.length ? (0.4 * Math.min(window.innerWidth, window.innerHeight)) / item.r : 16 / item.r };
    say(item);
    redraw();
  };

  const fingers = new Map();
  let moved = 0;
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    moved = 0;
  });
  canvas.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    const now = { x: event.clientX, y: event.clientY };
    if (!before) {
      const item = under(now.x, now.y);
      if (item) say(item);
      canvas.style.cursor = item ? "pointer" : "grab";
      return;
    }
    moved += Math.hypot(now.x - before.x, now.y - before.y);
    const share = fingers.size;
    camera = { ...camera, x: camera.x - (now.x - before.x) / camera.scale / share, y: camera.y - (now.y - before.y) / camera.scale / share };
    if (fingers.size === 2) {
      const other = [...fingers].find(([id]) => id !== event.pointerId)[1];
      zoom((now.x + other.x) / 2, (now.y + other.y) / 2, Math.hypot(now.x - other.x, now.y - other.y) / Math.max(8, Math.hypot(before.x - other.x, before.y - other.y)));
    }
    fingers.set(event.pointerId, now);
    redraw();
  });
  const up = (event) => {
    if (fingers.delete(event.pointerId) && moved < 5) {
      marked = under(event.clientX, event.clientY);
      if (marked) say(marked);
      else told.textContent = "";
      redraw();
    }
  };
  canvas.addEventListener("pointerup", up);
  canvas.addEventListener("pointercancel", (event) => fingers.delete(event.pointerId));
  canvas.addEventListener("dblclick", (event) => zoom(event.clientX, event.clientY, 2));
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(event.clientX, event.clientY, Math.exp(-Math.max(-240, Math.min(240, event.deltaY)) * 0.0021));
  }, { passive: false });
  addEventListener("keydown", (event) => {
    if (event.target === search) return;
    if (event.key === "+" || event.key === "=") zoom(window.innerWidth / 2, window.innerHeight / 2 + 20, 1.4);
    else if (event.key === "-") zoom(window.innerWidth / 2, window.innerHeight / 2 + 20, 1 / 1.4);
    else if (event.key === "0") { fit(); redraw(); }
    else if (event.key === "/") { event.preventDefault(); search.focus(); }
  });
  search.addEventListener("input", () => {
    const text = search.value.trim().toLowerCase();
    const found = text ? items.filter((item) => item.name.toLowerCase().includes(text)).sort((a, b) => Number(b.name.toLowerCase() === text) - Number(a.name.toLowerCase() === text) || b.count - a.count || a.name.length - b.name.length) : [];
    const list = document.getElementById("found");
    list.replaceChildren(...found.slice(0, 20).map((item) => Object.assign(document.createElement("option"), { value: item.name })));
    told.textContent = text ? `${found.length} found` : "";
    if (found.length) goTo(found[0]);
  });
  addEventListener("resize", redraw);
  darkness.addEventListener("change", redraw);
  fit();
  draw();
})();
