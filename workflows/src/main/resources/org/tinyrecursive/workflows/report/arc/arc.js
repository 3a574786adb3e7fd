(function () {
  'use strict';
  // The usual colours of ARC, 0 to 9.
  var COLOURS = ['#000', '#1e78d2', '#e5412f', '#3bb54a', '#ffd51e', '#9a9a9a', '#e62fb5', '#ff8a2b', '#84d9f5', '#8a1d3a'];
  var MOST = 132;

  function draw(place) {
    var rows = place.dataset.g.split('/');
    var height = rows.length, width = rows[0].length;
    var cell = Math.max(4, Math.min(16, Math.floor(MOST / Math.max(height, width))));
    var canvas = document.createElement('canvas');
    var ratio = window.devicePixelRatio || 1;
    canvas.width = Math.round((width * cell + 1) * ratio);
    canvas.height = Math.round((height * cell + 1) * ratio);
    canvas.style.width = width * cell + 1 + 'px';
    canvas.style.height = height * cell + 1 + 'px';
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', 'grid of ' + height + ' by ' + width);
    var pen = canvas.getContext('2d');
    pen.scale(ratio, ratio);
    pen.fillStyle = '#555';
    pen.fillRect(0, 0, width * cell + 1, height * cell + 1);
    rows.forEach(function (row, r) {
      for (var c = 0; c < width; c++) {
        pen.fillStyle = COLOURS[+row[c]];
        pen.fillRect(c * cell + 1, r * cell + 1, cell - 1, cell - 1);
      }
    });
    place.replaceWith(canvas);
  }

  function drawTask(task) {
    task.querySelectorAll('i[data-g]').forEach(draw);
  }

  var AT_ONCE = 12;
  var tasks = Array.prototype.slice.call(document.querySelectorAll('.task'));
  tasks.slice(0, AT_ONCE).forEach(drawTask);
  if ('IntersectionObserver' in window) {
    var watcher = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (entry.isIntersecting) {
          watcher.unobserve(entry.target);
          drawTask(entry.target);
        }
      });
    }, { rootMargin: '600px' });
    tasks.slice(AT_ONCE).forEach(function (task) { watcher.observe(task); });
  } else {
    tasks.slice(AT_ONCE).forEach(drawTask);
  }

  var buttons = document.querySelectorAll('.filter button');
  buttons.forEach(function (button) {
    button.addEventListener('click', function () {
      buttons.forEach(function (other) { other.setAttribute('aria-pressed', String(other === button)); });
      tasks.forEach(function (task) {
        task.hidden = button.dataset.show !== 'all' && !task.classList.contains('is-' + button.dataset.show);
      });
    });
  });
})();
