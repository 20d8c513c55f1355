"""The desk: the record in a browser on this machine, to be read, questioned and decided.

Everything shown is in the record; nothing is computed here that `pipeline` and `desk` do not
compute for the command line. One request is one visit: `Visit` has the record as it now stands
(`visit.now`), the fields of a form that passed the door (`visit.form`), who decides
(`visit.reviewer`) and the words of the interface.

To add a page, add one file, found by its name; no other file is touched:

* `web/pages/NAME.py` with `PAGES`, a tuple of `Page(path, handler, method="GET")`. A handler takes
  a `Visit` and returns a response: `visit.page("NAME.html", key=value)`, or, after a POST,
  `visit.to("/path")`. It is a plain function and may take its time: it runs beside others. A POST
  reaches its handler only with a cookie of ours, the right origin and a form that carries
  `{{ csrf() }}`. `ENTRY = Entry(place, path, words)` puts a link into the navigation, in order of
  `place`; its words are marked by `marked("...")`.
* `data/desk/templates/NAME.html`, which extends `base.html` and fills the block `main`. Every
  string is in `{{ _("...") }}`, or `{% trans %}`; what accounts say stands in `dir="auto"` with the
  `lang` of its capture. No inline script or style: the policy of the page refuses both.
* `data/desk/static/NAME.css` and `.js`, where needed, named in the page by
  `{{ asset("NAME.js") }}`, in the block `head`; vendored files of `data/web` go by the same call.
* What a page shows is built by pure functions of the record in `web/views/NAME.py`, so that it can
  be had in other forms than a page.

`visit.decide(made, claim, seen=visit.seen())` writes a decision as `cenotaph decide` does, unless
its subjects were decided since the state that the form was made from, which the form carries as
`<input type="hidden" name="seen" value="{{ now.seen }}">`: then it raises StaleError, and what was
decided meanwhile is shown with the form again. `visit.decider()` is who decides; `reviewer_field()`
of `parts.html` asks for the name where it is not known.
"""
