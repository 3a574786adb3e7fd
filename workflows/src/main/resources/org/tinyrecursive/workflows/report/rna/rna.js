(function () {
  'use strict';
  const targets = JSON.parse(document.getElementById('data').textContent);
  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  /* Stretches of residues that have a position. */
  function stretches(points) {
    const all = [];
    let open = [];
    for (const p of points) {
      if (p) { open.push({ x: p[0], y: p[1], z: p[2] }); continue; }
      if (open.length) all.push(open);
      open = [];
    }
    if (open.length) all.push(open);
    return all;
  }

  function tube(viewer, points, color) {
    for (const stretch of stretches(points)) {
      if (stretch.length > 1) viewer.addCurve({ points: stretch, radius: 0.9, color: color, smooth: 4 });
      for (const point of stretch) viewer.addSphere({ center: point, radius: 1.25, color: color });
    }
  }

  function contacts(canvas, reference, guess, limit) {
    const n = reference.length;
    canvas.width = canvas.height = n;
    const ink = canvas.getContext('2d');
    const near = (points, i, j) => {
      const a = points[i], b = points[j];
      return a && b && Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) < limit;
    };
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        if (near(reference, i, j)) { ink.fillStyle = css('--blue'); ink.fillRect(j, i, 1, 1); }
        if (near(guess, i, j)) { ink.fillStyle = css('--orange'); ink.fillRect(i, j, 1, 1); }
      }
      ink.fillStyle = css('--faint');
      ink.fillRect(i, i, 1, 1);
    }
  }

  function show(card, target, number, viewer) {
    const guess = target.guesses[number];
    card.querySelectorAll('.guesses button').forEach((button, i) =>
      button.setAttribute('aria-pressed', String(i === number)));
    if (viewer) {
      viewer.removeAllShapes();
      tube(viewer, target.reference, css('--blue'));
      tube(viewer, guess.points, css('--orange'));
      viewer.render();
    }
    contacts(card.querySelector('canvas.map'), target.reference, guess.points, 12);
  }

  function open(card) {
    const target = targets[Number(card.dataset.target)];
    let viewer = null;
    const space = card.querySelector('.space');
    try {
      viewer = $3Dmol.createViewer(space, { backgroundColor: css('--card') });
    } catch (noWebGl) {
      viewer = null;
    }
    if (!viewer) space.textContent = 'This browser cannot draw in 3D (no WebGL).';
    card.querySelectorAll('.guesses button').forEach((button, i) =>
      button.addEventListener('click', () => show(card, target, i, viewer)));
    show(card, target, target.shown, viewer);
    if (viewer) { viewer.zoomTo(); viewer.render(); }
  }

  /* A browser keeps few WebGL contexts: a card draws when it comes into view. */
  const watcher = new IntersectionObserver(entries => {
    for (const entry of entries) {
      if (entry.isIntersecting) { watcher.unobserve(entry.target); open(entry.target); }
    }
  });
  document.querySelectorAll('.target').forEach(card => watcher.observe(card));
})();
