/** The page that shows the API. Its scripts are files: the policy of this server takes none that stand in a page. */
export const referencePage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Jacquard API</title>
    <link rel="stylesheet" href="/api/reference/swagger-ui.css" />
    <style>
      body { margin: 0; }
      .swagger-ui .topbar { display: none; }
    </style>
  </head>
  <body>
    <div id="reference"></div>
    <script src="/api/reference/swagger-ui-bundle.js"></script>
    <script src="/api/reference/reference.js"></script>
  </body>
</html>
`;

/** Shows the server's document, or that of the flow which the address names: `/api/reference?flow=ID&version=VERSION`. */
export const referenceScript = `const asked = new URLSearchParams(location.search);
const flow = asked.get('flow');
const version = asked.get('version');
const ofFlow = '/api/v1/flows/' + encodeURIComponent(flow ?? '') + '/openapi.json' +
  (version === null ? '' : '?version=' + encodeURIComponent(version));
SwaggerUIBundle({
  url: flow === null ? '/api/v1/openapi.json' : ofFlow,
  dom_id: '#reference',
  deepLinking: true,
  docExpansion: flow === null ? 'none' : 'list',
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis],
});
`;
