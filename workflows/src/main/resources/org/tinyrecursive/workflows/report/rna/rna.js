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

  /* Turns a structure so that its length is upright: helices are not looked at from their end. */
  function upright(points) {
    const known = points.filter(p => p);
    const centre = [0, 1, 2].map(a => known.reduce((sum, p) => sum + p[a], 0) / known.length);
    const away = p => p.map((value, a) => value - centre[a]);
    const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    const farthest = all => {
      const best = all.reduce((most, p) => dot(p, p) > dot(most, most) ? p : most, [0, 0, 0]);
      const length = Math.sqrt(dot(best, best));
      return length > 1e-6 ? best.map(value => value / length) : null;
    };
    const up = farthest(known.map(away));
    const side = up && farthest(known.map(away).map(p => p.map((value, a) => value - dot(p, up) * up[a])));
    if (!side) return p => p;
    const front = [side[1] * up[2] - side[2] * up[1], side[2] * up[0] - side[0] * up[2], side[0] * up[1] - side[1] * up[0]];
    return p => p && [dot(away(p), side), dot(away(p), up), dot(away(p), front)];
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

  /* A browser keeps few WebGL contexts: of the oldest views a picture stays, a click opens it again. */
  const MOST_VIEWS = 8;
  const views = [];

  function closeOldest() {
    const oldest = views.shift();
    const picture = document.createElement('img');
    picture.src = oldest.viewer.pngURI();
    picture.alt = 'Structure of ' + oldest.card.querySelector('h3').textContent;
    const canvas = oldest.space.querySelector('canvas');
    const context = canvas && (canvas.getContext('webgl2') || canvas.getContext('webgl'));
    const loss = context && context.getExtension('WEBGL_lose_context');
    if (loss) loss.loseContext();
    oldest.space.replaceChildren(picture);
    oldest.card.view = null;
    picture.addEventListener('click', () => openView(oldest.card));
  }

  function openView(card) {
    if (card.view) return;
    const space = card.querySelector('.space');
    space.replaceChildren();
    try {
      card.view = $3Dmol.createViewer(space, { backgroundColor: css('--card') });
    } catch (noWebGl) {
      card.view = null;
    }
    if (!card.view) {
      space.textContent = 'This browser cannot draw in 3D (no WebGL).';
      return;
    }
    views.push({ card: card, space: space, viewer: card.view });
    if (views.length > MOST_VIEWS) closeOldest();
    draw(card);
    card.view.zoomTo();
    card.view.render();
  }

  function draw(card) {
    const target = targets[Number(card.dataset.target)];
    const guess = target.guesses[card.guess];
    card.querySelectorAll('.guesses button').forEach((button, i) =>
      button.setAttribute('aria-pressed', String(i === card.guess)));
    contacts(card.querySelector('canvas.map'), target.reference, guess.points, 12);
    if (!card.view) return;
    card.view.removeAllShapes();
    const turn = upright(target.reference);
    tube(card.view, target.reference.map(turn), css('--blue'));
    tube(card.view, guess.points.map(turn), css('--orange'));
    card.view.render();
  }

  const watcher = new IntersectionObserver(entries => {
    for (const entry of entries) {
      if (entry.isIntersecting) { watcher.unobserve(entry.target); openView(entry.target); }
    }
  });
  document.querySelectorAll('.target').forEach(card => {
    card.guess = targets[Number(card.dataset.target)].shown;
    card.querySelectorAll('.guesses button').forEach((button, i) =>
      button.addEventListener('click', () => { card.guess = i; openView(card); draw(card); }));
    draw(card);
    if (card.getBoundingClientRect().top < window.innerHeight) openView(card);
    else watcher.observe(card);
  });
})();
