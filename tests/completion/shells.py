"""Shells that complete: bash and zsh on a terminal, as they are used, and fish, which has a command
that tells what it offers."""

import contextlib
import fcntl
import os
import pathlib
import pty
import re
import select
import shlex
import struct
import subprocess
import tempfile
import termios
import tty

PATIENCE = 120  # seconds for an answer of the shell
BASH_COMPLETION = pathlib.Path("/usr/share/bash-completion/bash_completion")
FILES = ("layers.net", "my layers.net")  # in the directory where the shell is


class Terminal:
    """A shell on a terminal of its own. What it tells comes by another way."""

    def __init__(self, command, home):
        self.told, tell = os.pipe()
        self.child, self.screen = pty.fork()
        if self.child == 0:
            os.dup2(tell, 9)
            os.chdir(home / "files")
            tty.setraw(0)
            os.execvpe(command[0], command, environment_of(home))
        os.close(tell)
        fcntl.ioctl(self.screen, termios.TIOCSWINSZ, struct.pack("HHHH", 200, 400, 0, 0))
        self.shown = b""
        self.read()

    def read(self):
        """A line that the shell tells."""
        line = b""
        while not line.endswith(b"\n"):
            ready, _, _ = select.select([self.told, self.screen], [], [], PATIENCE)
            if self.screen in ready:
                self.shown += os.read(self.screen, 65536)
            elif self.told in ready:
                line += os.read(self.told, 65536)
            else:
                raise TimeoutError(f"the shell is silent; on its screen: {self.shown!r}")
        return line.decode().rstrip("\n")

    def became(self, keys):
        """What the line has become by these keys."""
        self.shown = b""
        os.write(self.screen, keys.encode() + b"\x18d")
        return self.read()

    def close(self):
        os.close(self.screen)
        os.waitpid(self.child, 0)
        os.close(self.told)


def environment_of(home):
    return {"HOME": str(home), "ZDOTDIR": str(home), "XDG_DATA_HOME": str(home / "share"),
            "XDG_CONFIG_HOME": str(home / "config"), "TERM": "dumb", "LC_ALL": "C.UTF-8",
            "PATH": f"{home}/bin:{os.environ['PATH']}"}


BASH_START = r"""
PS1='$ ' HISTFILE=
tell() { printf '%s\n' "$READLINE_LINE" >&9; READLINE_LINE=; READLINE_POINT=0; }
bind '"\C-xa": insert-completions'
bind -x '"\C-xd": tell'
START
echo ready >&9
"""
ZSH_START = r"""
PS1='$ ' HISTFILE=
bindkey -e
fpath=(~/functions $fpath)
autoload -Uz compinit
compinit -D -u
START
zle -C all-matches complete-word _generic
zstyle ':completion:all-matches:*' completer _all_matches _complete
zstyle ':completion:all-matches:*' insert true
tell() { print -r -- $BUFFER >&9; BUFFER=; }
zle -N tell
bindkey '^Xa' all-matches
bindkey '^Xl' list-choices
bindkey '^Xd' tell
echo ready >&9
"""


class Interactive:
    """bash or zsh, after some start."""

    def __init__(self, shell, home, start):
        text = BASH_START if shell == "bash" else ZSH_START
        (home / "bashrc" if shell == "bash" else home / ".zshrc").write_text(
            text.replace("START", start))
        command = (["bash", "--noprofile", "--rcfile", str(home / "bashrc"), "-i"]
                   if shell == "bash" else ["zsh", "-d", "-i"])
        self.terminal = Terminal(command, home)

    def offered(self, line):
        """All that the last word may become. zsh repeats what stays, and ends in what may follow
        an option or a name of a list."""
        became = self.terminal.became(line + "\x18a")
        kept = re.sub(r"[^\s=:]*$", "", line)
        if became == line:
            return []
        if not became.startswith(kept):
            return [f"another line: {became}"]
        option = re.search(r"(--[\w-]+=)?$", kept)[0]
        words = shlex.split(became[len(kept):])
        return sorted(word.removeprefix(option).rstrip("=,") for word in words)

    def described(self, line):
        """What is shown, where it is listed with what it means."""
        self.terminal.became(line + "\x18l")
        return self.terminal.shown.decode()

    def became(self, keys):
        return self.terminal.became(keys)

    def close(self):
        self.terminal.close()


class Fish:
    """fish, after some start; it is asked line by line."""

    def __init__(self, home, start):
        self.home, self.start = home, start

    def described(self, line):
        quoted = line.replace("\\", "\\\\").replace("'", "\\'")
        return subprocess.run(["fish", "-c", f"{self.start}\ncomplete -C '{quoted}'"],
                              cwd=self.home / "files", env=environment_of(self.home),
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, check=False).stdout

    def offered(self, line):
        """All that the last word may become. What has it within, or in what it means, comes too."""
        typed = re.search(r"[^\s=]*$", line)[0]
        option = re.search(r"(--[\w-]+=)?[^\s=]*$", line)[1] or ""
        words = [told.partition("\t")[0].removeprefix(option)
                 for told in self.described(line).splitlines()]
        return sorted(word for word in words if word.startswith(typed))

    def close(self):
        pass


# Where a shell looks, what it then needs to begin with, and what else makes it read the script.
PLACES = {"bash": "share/bash-completion/completions/cnncalc", "zsh": "functions/_cnncalc",
          "fish": "share/fish/vendor_completions.d/cnncalc.fish"}
FOUND = {"bash": f"source {BASH_COMPLETION}", "zsh": "", "fish": ""}
TOLD = {"bash": "set -u\nsource <(cnncalc completion bash)",
        "zsh": "source <(cnncalc completion zsh)", "fish": "cnncalc completion fish | source"}


def finds(shell):
    """Whether it finds the script by itself."""
    return shell != "bash" or BASH_COMPLETION.exists()


@contextlib.contextmanager
def session(shell, binary, script=None):
    """A shell that finds this script; without one, that is told to read the program's."""
    with tempfile.TemporaryDirectory(prefix="cnncalc-test-") as directory:
        home = pathlib.Path(directory)
        for name in ("bin", "files"):
            (home / name).mkdir()
        (home / "bin" / "cnncalc").symlink_to(os.path.abspath(binary))
        for name in FILES:
            (home / "files" / name).touch()
        if script is not None:
            place = home / PLACES[shell]
            place.parent.mkdir(parents=True)
            place.write_text(script)
        start = TOLD[shell] if script is None else FOUND[shell]
        opened = Fish(home, start) if shell == "fish" else Interactive(shell, home, start)
        with contextlib.closing(opened):
            yield opened
