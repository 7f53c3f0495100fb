{{- $across := partialCached "across.html" "all" -}}
const noticesIndex = [{{ range $i, $p := $across.Get "notices" }}{{ if $i }},{{ end }}{{ slice .Title .RelPermalink (index hugo.Data.organisations .Params.controller).name .Params.summary | jsonify }}{{ end }}]
