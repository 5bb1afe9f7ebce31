use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use super::super::super::Failure;
use super::not_run;

/// Contents of files by their ids, from one `git cat-file --batch`: the bytes as they were committed, without
/// filters, line ends or attributes of this machine.
#[derive(Debug)]
pub(super) struct Objects {
    git: Child,
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Objects {
    pub(super) fn open(mut command: Command) -> Result<Self, Failure> {
        let mut git = command
            .args(["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // What goes wrong with an object is said in its answer.
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| not_run(&error))?;
        match (git.stdin.take(), git.stdout.take()) {
            (Some(questions), Some(answers)) => Ok(Self {
                git,
                questions,
                answers: BufReader::new(answers),
            }),
            _ => Err(Failure::unloadable("git takes no questions")),
        }
    }

    /// The contents of a file. One question at a time, so that neither side waits for the other for ever.
    pub(super) fn read(&mut self, id: &str) -> Result<Vec<u8>, Failure> {
        self.ask(id).map_err(|error| {
            Failure::unloadable(format!(
                "git cannot read the object {id}: {error}; `git fsck` looks for what is broken, \
                 `git fetch` brings what is missing"
            ))
        })
    }

    fn ask(&mut self, id: &str) -> io::Result<Vec<u8>> {
        writeln!(self.questions, "{id}")?;
        self.questions.flush()?;
        let mut header = String::new();
        self.answers.read_line(&mut header)?;
        // `<id> blob <size>`, or the id and what is wrong.
        let facts: Vec<&str> = header.split_whitespace().collect();
        let size = match facts.as_slice() {
            [_, "blob", size] => size.parse::<u64>().ok(),
            _ => None,
        };
        let odd = || io::Error::other(format!("it answers `{}`", header.trim()));
        let size = size.ok_or_else(odd)?;
        let mut contents = Vec::new();
        (&mut self.answers).take(size).read_to_end(&mut contents)?;
        let mut end = [0];
        self.answers.read_exact(&mut end)?;
        if contents.len() as u64 == size && end == *b"\n" {
            Ok(contents)
        } else {
            Err(io::ErrorKind::UnexpectedEof.into())
        }
    }
}

impl Drop for Objects {
    fn drop(&mut self) {
        // It waits for questions; there are none any more, whether all went well or not.
        let _ = self.git.kill();
        let _ = self.git.wait();
    }
}
