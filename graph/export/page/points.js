"use strict";

// A sheet of very many marks: sigma draws them with WebGL, each as the piece of one picture that holds all shapes.
const points = (() => {
  const CELL = 64;
  const R = 20;
  const SHAPES = ["Actual", "Planned", "Possible", "Hypothetical", "Negative", "people", "bodies", "places"];

  // The libraries are read when they are first needed; sigma's breaks off where there is no WebGL.
  let loaded = null;
  function usable() {
    loaded ??= Boolean(document.createElement("canvas").getContext("webgl2")) && load();
    return loaded;
  }
  function load() {
    const kept = [...document.querySelectorAll("script.kept")];
    for (const { textContent } of kept) document.head.append(Object.assign(document.createElement("script"), { textContent }));
    return kept.length > 0;
  }

  // How much of each place a shape's inside takes (red), and its outline (green).
  function pictureOfShapes() {
    const sheet = el("canvas", { width: CELL * SHAPES.length, height: CELL });
    const ctx = sheet.getContext("2d");
    ctx.fillStyle = "#000";
    ctx.fillRect(0, 0, sheet.width, CELL);
    ctx.globalCompositeOperation = "lighter";
    SHAPES.forEach((shape, at) => {
      const path = new Path2D(marks.path(shape, R));
      ctx.setTransform(1, 0, 0, 1, CELL * (at + 0.5), CELL / 2);
      ctx.fillStyle = "#f00";
      ctx.fill(path);
      ctx.strokeStyle = "#0f0";
      ctx.lineWidth = 4;
      ctx.stroke(path);
    });
    return sheet;
  }

  function program() {
    const { FLOAT, UNSIGNED_BYTE, POINTS } = WebGLRenderingContext;
    const colour = (name) => ({ name, size: 4, type: UNSIGNED_BYTE, normalized: true });
    return class extends Sigma.rendering.NodeProgram {
      constructor(gl, ...others) {
        super(gl, ...others);
        this.shapes = gl.createTexture();
        gl.bindTexture(gl.TEXTURE_2D, this.shapes);
        gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, pictureOfShapes());
        gl.generateMipmap(gl.TEXTURE_2D);
        gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
        gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
        gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
      }

      getDefinition() {
        return {
          VERTICES: 1,
          METHOD: POINTS,
          UNIFORMS: ["u_matrix", "u_pixelRatio", "u_sizeRatio", "u_shapes"],
          ATTRIBUTES: [{ name: "a_position", size: 2, type: FLOAT }, { name: "a_size", size: 1, type: FLOAT }, { name: "a_shape", size: 1, type: FLOAT }, colour("a_fill"), colour("a_line"), colour("a_id")],
          VERTEX_SHADER_SOURCE: `
            attribute vec2 a_position; attribute float a_size; attribute float a_shape;
            attribute vec4 a_fill; attribute vec4 a_line; attribute vec4 a_id;
            uniform mat3 u_matrix; uniform float u_pixelRatio; uniform float u_sizeRatio;
            varying vec4 v_fill; varying vec4 v_line; varying vec4 v_id; varying float v_shape;
            void main() {
              gl_Position = vec4((u_matrix * vec3(a_position, 1.0)).xy, 0.0, 1.0);
              gl_PointSize = a_size / u_sizeRatio * u_pixelRatio * ${(CELL / R).toFixed(2)};
              v_fill = a_fill; v_line = a_line; v_id = vec4(a_id.rgb, a_id.a * 255.0 / 254.0); v_shape = a_shape;
            }`,
          FRAGMENT_SHADER_SOURCE: `
            precision mediump float;
            uniform sampler2D u_shapes;
            varying vec4 v_fill; varying vec4 v_line; varying vec4 v_id; varying float v_shape;
            void main() {
              vec4 held = texture2D(u_shapes, vec2((v_shape + gl_PointCoord.x) / ${SHAPES.length}.0, gl_PointCoord.y));
              if (max(held.r, held.g) < 0.1) discard;
              #ifdef PICKING_MODE
              gl_FragColor = v_id;
              #else
              vec4 inside = vec4(v_fill.rgb, 1.0) * v_fill.a * held.r;
              gl_FragColor = mix(inside, vec4(v_line.rgb, 1.0) * v_line.a, held.g);
              #endif
            }`,
        };
      }

      processVisibleItem(id, start, { x, y, size, shape, fill, line }) {
        this.array.set([x, y, size, shape, fill, line, id], start);
      }

      setUniforms({ matrix, pixelRatio, sizeRatio }, { gl, uniformLocations: { u_matrix, u_pixelRatio, u_sizeRatio, u_shapes } }) {
        gl.activeTexture(gl.TEXTURE0);
        gl.bindTexture(gl.TEXTURE_2D, this.shapes);
        gl.uniform1i(u_shapes, 0);
        gl.uniform1f(u_pixelRatio, pixelRatio);
        gl.uniform1f(u_sizeRatio, sizeRatio);
        gl.uniformMatrix3fv(u_matrix, false, matrix);
      }
    };
  }

  // A colour as CSS writes it in three parts; sigma takes lines as they are, so what shines through them is mixed in.
  const pen = document.createElement("canvas").getContext("2d");
  function parts(colour) {
    pen.fillStyle = colour;
    return [1, 3, 5].map((at) => parseInt(pen.fillStyle.slice(at, at + 2), 16));
  }
  const faded = (colour, alpha) => `rgba(${parts(colour).join()},${alpha})`;
  function mixed(colour, ground, share) {
    const under = parts(ground);
    return `rgb(${parts(colour).map((each, at) => Math.round(each * share + under[at] * (1 - share))).join()})`;
  }

  function make(box, part) {
    const graph = new graphology.MultiDirectedGraph();
    const drawing = new Sigma(graph, box, {
      allowInvalidContainer: true, defaultDrawNodeHover: () => {}, enableEdgeEvents: true, hideEdgesOnMove: false, renderLabels: false, stagePadding: 30,
      nodeProgramClasses: { mark: program() }, defaultNodeType: "mark", zoomToSizeRatioFunction: () => 1,
    });
    drawing.createCanvasContext("under", { beforeLayer: "nodes", style: { pointerEvents: "none" } });
    drawing.createCanvasContext("over", { afterLayer: "hoverNodes", style: { pointerEvents: "none" } });
    drawing.resize(true);
    const camera = drawing.getCamera();
    const at = ({ x, y }) => drawing.graphToViewport({ x, y: -y });
    const scale = () => at({ x: 1, y: 0 }).x - at({ x: 0, y: 0 }).x;

    function paint() {
      const nought = at({ x: 0, y: 0 });
      for (const layer of ["under", "over"]) {
        const ctx = drawing.canvasContexts[layer];
        ctx.clearRect(0, 0, box.clientWidth, box.clientHeight);
        ctx.save();
        ctx.translate(nought.x, nought.y);
        ctx.scale(scale(), scale());
        part[layer](ctx);
        ctx.restore();
      }
    }

    const lineOf = (edge) => graph.getEdgeAttribute(edge, "line");
    drawing.on("afterRender", paint);
    drawing.on("clickNode", ({ node, event }) => part.mark(Number(node), event.original));
    drawing.on("clickEdge", ({ edge }) => part.line(lineOf(edge)));
    const hover = (what) => {
      part.hover(what);
      paint();
    };
    drawing.on("enterNode", ({ node }) => hover({ mark: Number(node) }));
    drawing.on("enterEdge", ({ edge }) => hover({ line: lineOf(edge) }));
    for (const gone of ["leaveNode", "leaveEdge"]) drawing.on(gone, () => hover({}));

    const looks = (number) => {
      const { shape, r, fill, line, alpha } = part.look(number);
      const [inside, outline] = [fill, line].map((colour) => Sigma.utils.floatColor(faded(colour, alpha)));
      return { size: r, shape: Math.max(0, SHAPES.indexOf(shape)), fill: inside, line: outline };
    };
    function put(placed) {
      graph.clear();
      for (const { id, x, y } of placed) graph.addNode(id, { x, y: -y, ...looks(id) });
    }
    function join({ lines, common, arrows, ground }) {
      graph.clearEdges();
      graph.updateEachNodeAttributes((id, held) => ({ ...held, ...looks(Number(id)) }));
      for (const { id, from, to, style } of lines) {
        const { wide, colour, opacity } = style || common;
        graph.addEdge(from, to, { line: id, size: wide, color: mixed(colour, ground, opacity), type: arrows ? "arrow" : "line" });
      }
    }
    function go({ to, offset = { x: 0, y: 0 }, scale: wanted, moving }) {
      const middle = to ? { x: to.x - offset.x / wanted, y: to.y - offset.y / wanted } : drawing.viewportToGraph({ x: box.clientWidth / 2, y: box.clientHeight / 2 });
      const spot = drawing.viewportToFramedGraph(to ? at(middle) : drawing.graphToViewport(middle));
      const view = { x: spot.x, y: spot.y, ratio: (camera.ratio * scale()) / wanted };
      if (moving) camera.animate(view, { duration: 250 });
      else camera.setState(view);
    }
    function fit(most, share) {
      drawing.refresh();
      camera.setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
      drawing.refresh();
      go({ scale: Math.min(most, scale() * share), moving: false });
    }
    return { at, fit, go, join, put, redraw: () => drawing.refresh(), scale, zoomed: () => 1 };
  }

  return { make, usable };
})();
