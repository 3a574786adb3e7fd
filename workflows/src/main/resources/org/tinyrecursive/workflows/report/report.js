
(() => {
  "use strict";
  const curves = JSON.parse(document.getElementById("curves").textContent);
  const charts = [];
  const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const percent = (value) => (value == null ? "–" : (100 * value).toFixed(1) + " %");
  const short = (value) => (value == null ? "–" : Number(value.toPrecision(3)).toString());

  const draw = (id, data, series, scale, format) => {
    const host = document.getElementById(id);
    if (!host) return;
    if (data[0].length === 0) {
      host.textContent = "Nothing was recorded.";
      return;
    }
    const axis = { stroke: color("--soft"), grid: { stroke: color("--grid"), width: 1 }, ticks: { show: false }, font: "12px system-ui" };
    const options = {
      width: host.clientWidth,
      height: 232,
      scales: { x: { time: false }, y: scale },
      axes: [
        { ...axis, values: (chart, ticks) => ticks.map((tick) => tick.toLocaleString("en")) },
        { ...axis, size: 58, values: (chart, ticks) => ticks.map((tick) => (tick == null ? "" : format(tick).replace(".0 %", " %"))) },
      ],
      series: [{ label: "step", value: (chart, value) => (value == null ? "–" : Math.round(value).toLocaleString("en")) }].concat(
        series.map((each) => ({
          label: each.label, stroke: color(each.color), width: each.width || 2, dash: each.dash,
          spanGaps: true, points: { show: each.points || false, size: 6, fill: color(each.color) },
          value: (chart, value) => format(value),
        }))),
      cursor: { points: { size: 7 } },
    };
    charts.push([host, new uPlot(options, data, host)]);
  };

  const drawAll = () => {
    charts.splice(0).forEach(([host, chart]) => chart.destroy());
    const train = curves.train;
    const evaluations = curves.evaluations;
    draw("loss", [train.step, train.loss], [{ label: "loss", color: "--blue", width: 1.5 }], { distr: 3 }, short);
    const merged = uPlot.join([
      [train.step, train.exact_accuracy],
      [evaluations.step, evaluations.raw_exact, evaluations.ema_exact],
    ]);
    draw("accuracy", merged, [
      { label: "training batches", color: "--faint", width: 1.5 },
      { label: "held-out", color: "--orange", points: true, dash: [5, 4] },
      { label: "held-out, averaged weights", color: "--green", points: true },
    ], { range: [0, 1] }, percent);
    draw("lr", [train.step, train.lr], [{ label: "learning rate", color: "--orange" }], { range: (chart, low, high) => [0, high * 1.08 || 1] },
      (value) => (value == null ? "–" : value === 0 ? "0" : value.toExponential(1)));
  };

  drawAll();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
  let pending = 0;
  addEventListener("resize", () => {
    cancelAnimationFrame(pending);
    pending = requestAnimationFrame(() => charts.forEach(([host, chart]) => chart.setSize({ width: host.clientWidth, height: 232 })));
  });
})();
