"""Let no Python program reach beyond this machine.

Python imports a module of this name at its start. tests/conftest.py runs it for the suite itself
and puts its folder on PYTHONPATH, so that each Python program the suite starts runs it too.
"""

import ipaddress
import sys

CALLS = {  # audit event -> position of the address or host among its arguments
    "socket.connect": 1,
    "socket.bind": 1,
    "socket.sendto": 1,
    "socket.sendmsg": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
    "socket.gethostbyaddr": 0,
    "socket.getnameinfo": 0,
}


class NetworkUsed(BaseException):
    """A call that would leave this machine; no `except Exception` hides it."""


def refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event in CALLS and not is_local(arguments[CALLS[event]]):
        raise NetworkUsed(f"{event}{arguments!r}")


def is_local(address: object) -> bool:
    host = address[0] if isinstance(address, tuple) and address else address
    if isinstance(host, bytes):
        host = host.decode(errors="replace")
    if not isinstance(host, str):
        return True  # None: no one is addressed
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        # A path is a socket in the file system; any other name would be asked of a server.
        return host in {"", "localhost"} or host.startswith(("/", "\0"))


sys.addaudithook(refuse)
