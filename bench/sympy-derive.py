"""Times SymPy as derivation.ts times the others: a formula is read, differentiated and written out.

Arguments: the formula; the name to differentiate by; for how many milliseconds it goes on when warm; when this process
was started, in milliseconds since 1970. Prints milliseconds as JSON: cold, since that start, and warm, the median of the
second half.
"""

import json
import statistics
import sys
import time

from sympy import Symbol, __version__, diff, sympify
from sympy.core.cache import clear_cache

formula, name, warming, started = sys.argv[1:]


def derive() -> str:
    # It keeps what it has made before: asked the same again, it would only look it up.
    clear_cache()
    return str(diff(sympify(formula), Symbol(name)))


text = derive()
cold = time.time() * 1000 - float(started)
if len(text) < 4 or "nan" in text:
    sys.exit(f"no derivative, but {text}")
times = []
begin = time.perf_counter()
while (time.perf_counter() - begin) * 1000 < float(warming) or len(times) < 2:
    start = time.perf_counter()
    derive()
    times.append((time.perf_counter() - start) * 1000)
print(json.dumps({"cold": cold, "warm": statistics.median(times[len(times) // 2 :]), "version": __version__}))
