use std::path::{Component, Path};

use super::super::super::Failure;

/// Something in a tree.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) kind: Kind,
    pub(super) id: String,
    /// As git has it, separated by `/`.
    pub(super) path: Vec<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    File,
    Folder,
    Link,
    Submodule,
    Unknown,
}

impl Kind {
    fn of(mode: &[u8]) -> Self {
        match mode {
            [b'1', b'0', b'0', ..] => Self::File,
            b"040000" => Self::Folder,
            b"120000" => Self::Link,
            b"160000" => Self::Submodule,
            _ => Self::Unknown,
        }
    }

    /// What it is, with an article.
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::File => "a file",
            Self::Folder => "a folder",
            Self::Link => "a symbolic link",
            Self::Submodule => "a submodule",
            Self::Unknown => "something unknown",
        }
    }
}

/// Reads what `git ls-tree -z` writes: `<mode> <type> <id>`, a tab, the path and a zero byte for each.
pub(super) fn entries(listing: &[u8]) -> Result<Vec<Entry>, Failure> {
    let lines = listing.split(|byte| *byte == 0);
    lines
        .filter(|line| !line.is_empty())
        .map(|line| {
            entry(line).ok_or_else(|| {
                let line = String::from_utf8_lossy(line);
                Failure::unloadable(format!(
                    "git lists a file as `{line}`, which is not understood"
                ))
            })
        })
        .collect()
}

fn entry(line: &[u8]) -> Option<Entry> {
    let tab = line.iter().position(|byte| *byte == b'\t')?;
    let (facts, path) = line.split_at_checked(tab)?;
    let mut facts = facts.split(|byte| *byte == b' ');
    let (mode, _, id) = (facts.next()?, facts.next()?, facts.next()?);
    Some(Entry {
        kind: Kind::of(mode),
        id: str::from_utf8(id).ok()?.to_owned(),
        path: path.get(1..)?.to_owned(),
    })
}

impl Entry {
    /// The path of a file that may be written below a folder. Trees can be made by hand, so nothing is taken for granted.
    pub(super) fn safe_path(&self) -> Result<&str, Failure> {
        let refuse = |why: &str| {
            let path = String::from_utf8_lossy(&self.path);
            Failure::unloadable(format!("specs/{path}: {why}"))
        };
        if self.kind != Kind::File {
            let why = format!("this is {}; specs are files", self.kind.noun());
            return Err(refuse(&why));
        }
        let path = str::from_utf8(&self.path).map_err(|_| refuse("the name is not UTF-8"))?;
        let odd = |part: &str| matches!(part, "" | "." | "..");
        // The second half knows what else the paths of a system can do, such as `C:` and `\`.
        let plain = |part: Component<'_>| matches!(part, Component::Normal(_));
        if path.split('/').any(odd) || !Path::new(path).components().all(plain) {
            return Err(refuse("the path leads out of its folder"));
        }
        Ok(path)
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, entries};

    #[test]
    fn a_listing_is_read() {
        let listing = b"100644 blob 1234\ta b/c\td\n.yaml\x00160000 commit 5678\tlib\x00";
        let Ok(found) = entries(listing) else {
            unreachable!("it is a listing")
        };
        let seen: Vec<_> = found
            .iter()
            .map(|entry| (entry.kind, entry.id.as_str(), entry.path.as_slice()))
            .collect();
        assert_eq!(
            seen,
            [
                (Kind::File, "1234", &b"a b/c\td\n.yaml"[..]),
                (Kind::Submodule, "5678", b"lib"),
            ]
        );
        assert!(entries(b"").is_ok_and(|found| found.is_empty()));
        for odd in [&b"100644 blob 1234"[..], b"100644\tx", b"x"] {
            assert!(entries(odd).is_err(), "{odd:?}");
        }
    }

    #[test]
    fn only_files_with_plain_paths_are_safe() {
        let is_safe = |line: &[u8]| {
            entries(line).is_ok_and(|found| found.iter().all(|entry| entry.safe_path().is_ok()))
        };
        assert!(is_safe(b"100755 blob 12\ta/b..c/...yaml"));
        for odd in [
            &b"120000 blob 12\ta"[..],
            b"160000 commit 12\ta",
            b"100644 blob 12\t../a",
            b"100644 blob 12\ta/../b",
            b"100644 blob 12\ta/./b",
            b"100644 blob 12\t/a",
            b"100644 blob 12\ta//b",
            b"100644 blob 12\t",
            b"100644 blob 12\t\xff",
        ] {
            assert!(!is_safe(odd), "{odd:?}");
        }
    }
}
