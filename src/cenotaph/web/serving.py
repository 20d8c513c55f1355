"""A desk behind its door -> a server on this machine alone, until Ctrl-C."""

from __future__ import annotations

import ctypes
import errno
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable

import uvicorn

from cenotaph.config import Config
from cenotaph.errors import UsageError
from cenotaph.store import Ledger
from cenotaph.web.app import application
from cenotaph.web.door import HOST, Keys
from cenotaph.web.present import Present, Terms

_LAST = 65535  # of the ports there are
_TURN = 0.0005  # seconds that one thread computes while another waits: who reads a page asks the
# ledger for some hundred rows, and after each would wait so long for whoever decides
_ARENA_MAX = -8  # glibc's number for how many heaps there are (malloc.h)
_PATIENCE = 2  # seconds that a request under way has left once the desk is closed


def serve(
    terms: Terms, config: Config, port: int, *, tell: Callable[[str], None], browse: bool
) -> None:
    """Serve the desk until it is interrupted; `tell` is given the address that opens it.

    Port 0 is any that is free. Errors: UsageError for a port that is taken or out of range,
    LedgerError where there is no ledger.
    """
    config.counting(terms.policy)  # a policy that nobody knows is told before anything is opened
    Ledger.open(terms.ledger).close()
    sys.setswitchinterval(_TURN)
    _one_heap()
    with _listening(port) as listening:
        keys = Keys.made(listening.getsockname()[1])
        present = Present(terms, config)
        present.prepare()
        server = uvicorn.Server(
            uvicorn.Config(
                application(present, keys),
                lifespan="off",
                ws="none",
                log_level="warning",
                access_log=False,
                proxy_headers=False,
                server_header=False,
                timeout_graceful_shutdown=_PATIENCE,
            )
        )
        tell(keys.address)
        if browse:
            threading.Thread(target=webbrowser.open, args=(keys.address,), daemon=True).start()
        try:
            server.run(sockets=[listening])
        except KeyboardInterrupt:  # uvicorn has closed all and hands on the signal
            return


def _one_heap() -> None:
    """Have all threads take memory from one heap, where the C library would give each its own.

    What one thread lets go of, no other would use: a desk over 17,000 incidents took 403 MB, not
    330 to 345. Only one thread of Python runs at a time, so that none waits for it.
    """
    if sys.platform == "linux":
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # None: another library than glibc
        if mallopt is not None:
            mallopt(_ARENA_MAX, 1)


def _listening(port: int) -> socket.socket:
    """Return a socket that takes requests from this machine; they wait there for the server."""
    if port > _LAST:
        raise UsageError(f"--port {port}: no such port; they go from 1 to {_LAST}")
    try:
        return socket.create_server((HOST, port))
    except PermissionError as error:
        raise UsageError(f"--port {port}: needs more rights; take one from 1024 on") from error
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise UsageError(
            f"--port {port}: another program listens there; take another port, or leave it out"
        ) from error
