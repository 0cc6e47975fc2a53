// Runs before the first paint, as a classic script: it must parse in old WebViews and never throw.
;(function () {
  // Named once more behind the styles in the body, it only makes every engine wait for them: `document.ts`.
  if (document.body) return
  var root = document.documentElement
  // Controls keep their places while the islands' module is on its way, and are shown when it has begun.
  if ('noModule' in document.createElement('script')) root.setAttribute('data-js', 'soon')
  function ended(event) {
    if (event.target.type === 'module' && root.getAttribute('data-js') === 'soon')
      root.removeAttribute('data-js')
  }
  document.addEventListener('load', ended, true)
  document.addEventListener('error', ended, true)
  document.addEventListener('DOMContentLoaded', function () {
    var place = document.querySelector('[data-asked]')
    var asked = /[?&]q=([^&]*)/.exec(location.search)
    try {
      if (place && asked && asked[1])
        place.textContent = '“' + decodeURIComponent(asked[1].replace(/\+/g, ' ')) + '”'
    } catch (ignored) {
      void ignored
      // The address is cut in the middle of a character.
    }
  })
  try {
    // A place is kept for reading aloud where a Chinese voice is there already or was the last time:
    // elsewhere it would be a gap, as in WeChat on Android. Asking is what makes a browser load its voices.
    if ('speechSynthesis' in window) {
      var voices = speechSynthesis.getVoices()
      var isVoiced = localStorage.getItem('chaotou:voiced') === '1'
      for (var at = 0; at < voices.length; at++)
        if (/^(zh|cmn)/i.test(voices[at].lang)) isVoiced = true
      if (isVoiced) root.setAttribute('data-speech', '')
    }
    var saved = JSON.parse(localStorage.getItem('chaotou:display') || '{}')
    var known = {
      size: ['large', 'large-extra'],
      pointer: ['large'],
      theme: ['light', 'dark'],
      contrast: ['normal', 'more'],
    }
    for (var name in known)
      if (known[name].indexOf(saved[name]) >= 0) root.setAttribute('data-' + name, saved[name])
  } catch (ignored) {
    void ignored
    // Storage is blocked or broken: the page follows the system.
  }
})()
