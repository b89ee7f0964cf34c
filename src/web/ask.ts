/** What came of asking an address. */
export type Answer =
  /** It is there, at another address for good where `moved` says so. */
  | { kind: "there"; moved?: string }
  /** It is not: the server says so, or there is no such server. */
  | { kind: "gone"; reason: string }
  /** Nobody can tell: the server lets no program in, is busy, or has a fault of its own. */
  | { kind: "untold"; reason: string; retryAfter?: number };

// Milliseconds. What has not answered by then leaves a reader waiting, too.
const PATIENCE = 20_000;
const MOST_HOPS = 5;

/**
 * Asks an address on the web whether it is there, and reads nothing of it. Where the server does not answer to HEAD it is
 * asked by GET (RFC 9110, 9.3.2).
 * @param agent how the program names itself
 */
export async function ask(address: string, agent: string): Promise<Answer> {
  let at = address;
  let isMoved = false;
  for (let hop = 0; hop <= MOST_HOPS; hop++) {
    if (isPrivate(new URL(at).hostname)) {
      return { kind: "gone", reason: "leads to a machine that only its own network reaches" };
    }
    const response = await request(at, agent);
    if ("kind" in response) return response;
    const { status, headers } = response;
    const next = status < 300 || status >= 400 ? undefined : resolve(headers.get("location"), at);
    if (next === undefined) return judge(response, isMoved ? at : undefined);
    // Only what every hop says is for good is: RFC 9110, 15.4.
    isMoved = (hop === 0 || isMoved) && (status === 301 || status === 308);
    at = next;
    if (!/^https?:/.test(at)) return { kind: "gone", reason: `is sent on to ${at}` };
  }
  return { kind: "gone", reason: `is sent on more than ${MOST_HOPS} times` };
}

/** Where an answer sends on to, whole; undefined where it names no address. */
function resolve(location: string | null, from: string): string | undefined {
  if (location === null) return undefined;
  try {
    return new URL(location, from).href;
  } catch {
    return undefined;
  }
}

async function request(address: string, agent: string): Promise<Response | Answer> {
  try {
    const head = await fetchOnce(address, "HEAD", agent);
    return head.status < 400 || head.status === 429 ? head : await fetchOnce(address, "GET", agent);
  } catch (error) {
    return describeFailure(error);
  }
}

async function fetchOnce(address: string, method: "HEAD" | "GET", agent: string): Promise<Response> {
  const headers = { "User-Agent": agent, Accept: "*/*" };
  const response = await fetch(address, { method, headers, redirect: "manual", signal: AbortSignal.timeout(PATIENCE) });
  await response.body?.cancel();
  return response;
}

function judge({ status, headers }: Response, moved: string | undefined): Answer {
  if (status < 400) return { kind: "there", ...(moved === undefined ? {} : { moved }) };
  if (status === 404 || status === 410) return { kind: "gone", reason: `is not there (status ${status})` };
  const seconds = Number(headers.get("retry-after"));
  const later = Number.isFinite(seconds) && seconds > 0 ? { retryAfter: seconds } : {};
  return { kind: "untold", reason: `answers with status ${status}`, ...later };
}

function describeFailure(error: unknown): Answer {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (code === "ENOTFOUND") return { kind: "gone", reason: "names a host that there is not" };
  if (code === "ECONNREFUSED") return { kind: "gone", reason: "names a host where no server answers" };
  if (/CERT|TLS|SSL/.test(code)) return { kind: "gone", reason: `has a certificate that browsers refuse (${code})` };
  if (error instanceof Error && error.name === "TimeoutError") {
    return { kind: "untold", reason: `did not answer within ${PATIENCE / 1000} seconds` };
  }
  return { kind: "untold", reason: `could not be asked (${code || String(cause)})` };
}

/**
 * Whether a host's name says that it is of this machine or its network (RFC 1918, 3927, 4193, 6761): a text of somebody else
 * must not make this machine ask there.
 */
function isPrivate(host: string): boolean {
  return (
    /(^|\.)(localhost|local|internal|home\.arpa)$/i.test(host) ||
    /^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(host) ||
    /^\[(::1?|f[cd][\da-f]{2}:.*|fe[89ab][\da-f]:.*|::ffff:.*)\]$/i.test(host) ||
    (!host.includes(".") && !host.startsWith("["))
  );
}
