"""For every test: no socket but loopback, in this process and in each Python program it starts.

And one thread to multiply with, as the workers have: small matrices gain nothing from a second one,
and lose ten times their time where the machine has other work.
"""

import os
import runpy
from pathlib import Path

OFFLINE = Path(__file__).parent / "offline"

runpy.run_path(str(OFFLINE / "sitecustomize.py"))
os.environ["PYTHONPATH"] = os.pathsep.join(
    filter(None, (str(OFFLINE), os.environ.get("PYTHONPATH")))
)
for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(threads, "1")
