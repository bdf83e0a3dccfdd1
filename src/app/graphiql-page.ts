/** The part of GraphiQL that is ours: the page around it, what it shows first, and how it reaches this server. */

const mark = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="28" height="28"><path fill="#0a6b3d" d="M6 2h20v28l-4-3-3 3-3-3-3 3-3-3-4 3z"/><path stroke="#fff" stroke-width="2.4" d="M11 10h10M11 15h10M11 20h6"/></svg>';

const greeting = `# Paste a token into "Headers" below:
# npm start has printed some.
query Stores {
  stores(first: 10) {
    edges { node { id code name currency } }
  }
}

# As STAFF: follow a store's orders,
# { "storeId": "store_…" } in "Variables".
subscription Board($storeId: ID!) {
  storeFeed(storeId: $storeId) {
    cursor
    event { type toStatus }
    order { number status }
  }
}
`;

/** Relative, so that the page also works behind a proxy that puts a path in front of it. */
export const assetFolder = 'graphiql';

/** Loaded before GraphiQL: where its editor finds its workers. */
export const workersScript = (urls: Readonly<Record<string, string>>): string =>
  `self.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_module, label) => (${JSON.stringify(urls)})[label] };`;

/**
 * Loaded after GraphiQL: starts it. What stands in "Headers" goes with HTTP requests as headers, and with subscriptions as
 * the payload of `connection_init`, since browsers send no headers of their own over a WebSocket. A socket that breaks is
 * not opened again by itself: the events in between would be missing without a word.
 */
export const startScript = `
const options = ${JSON.stringify({ title: 'Docket', logo: mark, defaultQuery: greeting, headers: '{ "authorization": "Bearer " }', shouldPersistHeaders: true })};
const endpoint = location.origin + location.pathname;
const isFilledIn = ([name, value]) => name.toLowerCase() !== 'authorization' || String(value).trim().toLowerCase() !== 'bearer';
const filledIn = (headers) => Object.fromEntries(Object.entries(headers ?? {}).filter(isFilledIn));
const ask = async (params, headers) => {
  const response = await fetch(endpoint, {
    method: 'POST', headers: { accept: 'application/json', 'content-type': 'application/json', ...headers }, body: JSON.stringify(params),
  });
  return response.json();
};
const explain = (error) => {
  if (!(error instanceof CloseEvent)) throw error;
  const advice = error.code === 4403 ? ' Put a valid token into "Headers".' : '';
  throw new Error('The server closed the socket: ' + error.code + ' ' + error.reason + '.' + advice);
};
const follow = (params, headers) => {
  const client = graphqlWs.createClient({ url: endpoint.replace(/^http/, 'ws'), connectionParams: headers, retryAttempts: 0 });
  const results = client.iterate(params);
  return {
    next: () => results.next().catch(explain),
    return: () => results.return(),
    [Symbol.asyncIterator]() { return this; },
  };
};
const isSubscription = ({ operationName }, document) => document?.definitions.some(({ kind, name, operation }) =>
  kind === 'OperationDefinition' && operation === 'subscription' && (!operationName || name?.value === operationName));
const fetcher = (params, { headers, documentAST } = {}) =>
  (isSubscription(params, documentAST) ? follow : ask)(params, filledIn(headers));
YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), { ...options, fetcher });
`;

/** The editor writes its styles itself, hence 'unsafe-inline' for them; scripts, workers and data come from this server only. */
export const graphiqlPolicy =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; font-src data:; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export const graphiqlHtml = (style: string, script: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Docket</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(mark)}">
<link rel="stylesheet" href="${style}">
</head>
<body>
<noscript>GraphiQL needs JavaScript.</noscript>
<div id="root"></div>
<script src="${script}"></script>
</body>
</html>
`;
