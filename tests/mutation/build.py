"""The program with its tests, built so that a mutant of a file can take the file's place."""

import concurrent.futures
import os
import re
import subprocess

FLAGS = ["-std=c17", "-D_POSIX_C_SOURCE=200809L", "-ffp-contract=off", "-fno-math-errno", "-fPIC",
         "-w", "-Werror=int-conversion", "-Werror=incompatible-pointer-types"]
SHIPPED = ["-O2"]
PLAIN = ["-O1"]
WATCHED = ["-O1", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"]


class Broken(Exception):
    """What is tested does not pass its tests as it is."""


def compile_into(source, target, flags, root):
    """What the compiler says, or None where all is well."""
    done = subprocess.run(["cc", *FLAGS, *flags, f"-I{root}/src/core", f"-I{root}/src/cli", "-c",
                           source, "-o", target], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, check=False)
    return done.stdout or "the compiler failed" if done.returncode else None


class Build:
    """The program and its tests, with a library before the program's own where a mutant goes."""

    def __init__(self, root, directory, flags, workers):
        self.root, self.directory, self.flags = root, directory, flags
        self.objects, self.limits = {}, {}
        directory.mkdir()
        self.units = sorted(path.stem for path in (root / "tests/unit").glob("test_*.c"))
        names = " ".join(f"X({unit})" for unit in self.units)
        version = re.search(r"cnncalc VERSION ([\d.]+)", (root / "CMakeLists.txt").read_text())[1]
        jobs = [(path, [f'-DCNNCALC_VERSION="{version}"', "-Dmain=cnncalc_main"])
                for path in sorted(root.glob("src/*/*.c"))]
        jobs += [(root / f"tests/unit/{unit}.c", [f"-Dmain={unit}_main"]) for unit in self.units]
        jobs += [(root / "tests/mutation/replay.c", [f"-DUNITS={names}"])]
        with concurrent.futures.ThreadPoolExecutor(workers) as pool:
            for wrong in pool.map(lambda job: self.compile(*job), jobs):
                if wrong is not None:
                    raise Broken(wrong)
        self.assemble()

    def compile(self, path, more):
        target = self.directory / f"{path.parent.name}-{path.stem}.o"
        self.objects[str(path.relative_to(self.root))] = target
        return compile_into(path, target, [*self.flags, *more], self.root)

    def assemble(self):
        parts = self.objects.values()
        tests = [part for path, part in self.objects.items()
                 if not path.startswith("src/") or path == "src/cli/main.c"]
        self.share(self.directory / "libprogram.so", set(parts) - set(tests))
        self.share(self.directory / "libmutant.so", [])
        subprocess.run(["cc", *self.flags, *tests, "-o", self.directory / "cnncalc",
                        "-Wl,-rpath,$ORIGIN", "-Wl,--no-as-needed", self.directory / "libmutant.so",
                        self.directory / "libprogram.so", "-lcmocka", "-lm"], check=True)

    def share(self, library, parts):
        subprocess.run(["cc", *self.flags, "-shared", f"-Wl,-soname,{library.name}", *parts, "-o",
                        library], check=True)

    def link(self, directory, part):
        """The program with that part in place of its own."""
        self.share(directory / "libmutant.so", ["-nostdlib", part])
        for name in ("cnncalc", "libprogram.so"):
            target = directory / name
            target.unlink(missing_ok=True)
            os.link(self.directory / name, target)
        return directory / "cnncalc"

    def relevant(self, path):
        """The unit tests that link the file."""
        parts = [part for name, part in self.objects.items()
                 if name.startswith("src/") and name != "src/cli/main.c"]
        archive = self.directory / "program.a"
        if not archive.exists():
            subprocess.run(["ar", "rc", archive, *parts], check=True)
        found = []
        for unit in self.units:
            done = subprocess.run(
                ["cc", *self.flags, f"-Wl,--defsym=main={unit}_main", "-Wl,-t,-t",
                 self.objects[f"tests/unit/{unit}.c"], archive, "-o", self.directory / "one",
                 "-lcmocka", "-lm"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=True)
            if self.objects[path].name in done.stdout:
                found.append(unit)
        return found

    def replay(self, program, tests, number=0, every=False):
        """(test, milliseconds, passed) for each up to the first that fails, or for every one."""
        words = [word for test in tests for word in (test, str(self.limits.get(test, 60000)))]
        done = subprocess.run([program, "--replay-all" if every else "--replay", *words],
                              stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True,
                              env=dict(os.environ, CNN_MUTANT=str(number), ASAN_OPTIONS=
                                       "detect_odr_violation=0:allocator_may_return_null=1"),
                              errors="replace", check=False)
        answers = [line.rsplit(" ", 2) for line in done.stdout.splitlines()]
        complete = len(answers) == len(tests) or done.returncode == 1 and not every
        if done.returncode not in (0, 1) or not complete:
            raise RuntimeError(f"the tests end with {done.returncode}: {done.stdout}")
        for test, time, verdict in answers:
            yield test, int(time), verdict == "passed"

    def baseline(self, tests):
        for test, time, passed in self.replay(self.directory / "cnncalc", tests, every=True):
            if not passed:
                raise Broken(f"{os.path.basename(test)} fails without a mutation")
            self.limits[test] = 8 * time + 500
