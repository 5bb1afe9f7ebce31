/// The name that is asked for, and how exactly.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted<'n> {
    name: &'n str,
    ignores_case: bool,
}

impl<'n> Wanted<'n> {
    /// The ways to look for a name, the strict one first.
    pub(super) fn ways(name: &'n str) -> [Self; 2] {
        [false, true].map(|ignores_case| Self { name, ignores_case })
    }

    /// Whether it is this name.
    pub(super) fn is(self, name: &str) -> bool {
        match self.ignores_case {
            false => name == self.name,
            true => name.eq_ignore_ascii_case(self.name),
        }
    }

    /// Whether it is this path, or what is left of it after some of its names.
    pub(super) fn is_end_of(self, path: &str) -> bool {
        let mut rest = Some(path);
        while let Some(path) = rest {
            if self.is(path) {
                return true;
            }
            rest = path.split_once('.').map(|(_, inner)| inner);
        }
        false
    }
}
