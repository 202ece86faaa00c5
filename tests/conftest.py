"""What the tests share: the folder of the tests on the path, so that they can import their reader."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
