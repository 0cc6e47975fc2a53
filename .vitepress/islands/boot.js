// Runs before the first paint, as a classic script: it must parse in old WebViews and never throw.
;(function () {
  var root = document.documentElement
  root.setAttribute('data-js', '')
  try {
    var saved = JSON.parse(localStorage.getItem('chaotou:display') || '{}')
    var known = { size: ['large'], theme: ['light', 'dark'], contrast: ['normal', 'more'] }
    for (var name in known)
      if (known[name].indexOf(saved[name]) >= 0) root.setAttribute('data-' + name, saved[name])
  } catch (ignored) {
    void ignored
    // Storage is blocked or broken: the page follows the system.
  }
})()
