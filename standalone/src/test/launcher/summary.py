#!/usr/bin/env python3
"""Says what the last `mvn verify` ran, module by module, and names what it left out. Exit status 1 when a test failed or nothing ran."""
import pathlib
import sys
import xml.etree.ElementTree as xml

root = pathlib.Path(sys.argv[1])
modules = [line.strip()[len("<module>"):-len("</module>")] for line in (root / "pom.xml").read_text().splitlines() if "<module>" in line]
total = failed = 0
skipped = []
print("\nWhat ran:")
for module in modules:
    suites = [xml.parse(file).getroot() for file in sorted((root / module / "target" / "surefire-reports").glob("TEST-*.xml"))]
    ran = sum(int(suite.get("tests", 0)) for suite in suites)
    broken = sum(int(suite.get("failures", 0)) + int(suite.get("errors", 0)) for suite in suites)
    skipped += [f"{case.get('classname')}.{case.get('name')}" for suite in suites for case in suite.iter("testcase") if case.find("skipped") is not None]
    total, failed = total + ran, failed + broken
    print(f"  {module:15} {ran:6} tests, {broken} failed")
for case in skipped:
    print(f"  left out: {case}")
print(f"{total} tests, {failed} failed, {len(skipped)} left out")
sys.exit(failed > 0 or total == 0)
