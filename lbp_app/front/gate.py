"""Who may come in: host, origin, link, cookie. One ASGI app in front of everything."""

from collections.abc import Awaitable, Callable
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, quote, urlencode

from lbp_app.front import pages
from lbp_app.front.answers import Answer, Receive, Scope, Send, header
from lbp_app.front.keys import Kept, Links, same

LINK, CALENDAR = "k", "kalender"
App = Callable[[Scope, Receive, Send], Awaitable[None]]


class Gate:
    """`inside` sees a request only with the cookie, from a page of ours, asked of this host.

    `control` gets what comes with the key of the running file instead: other starts of `lbp`.
    A calendar program has no cookie: the secret in its address is all that it needs.
    """

    def __init__(
        self,
        inside: App,
        control: App,
        control_key: str,
        kept: Kept,
        calendar: Callable[[str], bytes | None] = lambda secret: None,
    ) -> None:
        self.links = Links()
        self._inside, self._control, self._control_key = inside, control, control_key
        self._kept, self._calendar = kept, calendar
        self._hosts = {f"127.0.0.1:{kept.port}", f"localhost:{kept.port}"}
        self._origins = {f"http://{host}" for host in self._hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            return await self._inside(scope, receive, send)
        if scope["type"] == "websocket":
            return await self._websocket(scope, receive, send)
        await self._http(scope, receive, send)

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._may_enter(scope) and header(scope, "origin") in self._origins:
            return await self._inside(scope, receive, send)
        await receive()
        await send({"type": "websocket.close", "code": 1008})

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._is_ours(scope) and self._has_control_key(scope):
            return await self._control(scope, receive, send)
        answer = self._calendar_answer(scope) or self._link_answer(scope) or self._refusal(scope)
        if answer is None:
            return await self._inside(scope, receive, send)
        await answer.send(send, head=scope["method"] == "HEAD")

    def _is_ours(self, scope: Scope) -> bool:
        """Asked of this host, below the prefix."""
        prefix = f"/{self._kept.prefix}/"
        return header(scope, "host") in self._hosts and scope["path"].startswith(prefix)

    def _has_control_key(self, scope: Scope) -> bool:
        return same(header(scope, "x-rygvej-control"), self._control_key)

    def _may_enter(self, scope: Scope) -> bool:
        return self._is_ours(scope) and self._has_cookie(scope)

    def _has_cookie(self, scope: Scope) -> bool:
        try:
            cookie = SimpleCookie(header(scope, "cookie")).get(self._kept.cookie_name)
        except CookieError:
            return False
        return cookie is not None and same(cookie.value, self._kept.cookie)

    def _calendar_answer(self, scope: Scope) -> Answer | None:
        place = f"/{self._kept.prefix}/{CALENDAR}/"
        if not (self._is_ours(scope) and scope["path"].startswith(place)):
            return None
        secret = scope["path"].removeprefix(place).removesuffix(".ics")
        found = self._calendar(secret) if scope["method"] in ("GET", "HEAD") else None
        if found is None:
            return Answer(404)
        headers = {"content-type": "text/calendar; charset=utf-8", "cache-control": "no-store"}
        return Answer(200, found, headers)

    def _link_answer(self, scope: Scope) -> Answer | None:
        """An unspent link buys the cookie; with the cookie already there any link leads on."""
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        link = dict(query).get(LINK)
        if link is None or scope["method"] != "GET" or not self._is_ours(scope):
            return None
        if header(scope, "sec-purpose").startswith("prefetch"):
            return Answer(503)  # only looking ahead: the link stays unspent
        if not (self.links.spend(link) or self._has_cookie(scope)):
            return None
        rest = urlencode([pair for pair in query if pair[0] != LINK])
        place = quote(scope["path"]) + (f"?{rest}" if rest else "")
        return Answer(303, b"", {"location": place, "set-cookie": self._cookie()})

    def _cookie(self) -> str:
        kept = self._kept
        year = 365 * 24 * 3600
        return (
            f"{kept.cookie_name}={kept.cookie}; Path=/{kept.prefix}/; Max-Age={year}; "
            "HttpOnly; SameSite=Strict"
        )

    def _refusal(self, scope: Scope) -> Answer | None:
        language = pages.language_of(header(scope, "accept-language"))
        if not self._is_ours(scope):
            return pages.locked(language)
        if not self._has_cookie(scope):
            return pages.again() if _followed_from_elsewhere(scope) else pages.locked(language)
        if scope["method"] in ("GET", "HEAD") or header(scope, "origin") in self._origins:
            return None
        return Answer(403)


def _followed_from_elsewhere(scope: Scope) -> bool:
    return (
        header(scope, "sec-fetch-site") == "cross-site"
        and header(scope, "sec-fetch-mode") == "navigate"
        and header(scope, "sec-fetch-dest") == "document"
    )
