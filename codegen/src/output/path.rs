use super::error::InsertError;

/// The folder that holds generated files.
pub(super) const GENERATED: &str = "generated";

/// The list of all files that were made.
pub(super) const MANIFEST: &str = "generated/FILES";

/// Checks that a path stays below the root, and in the part of it that the generator owns.
pub(super) fn check(path: &str) -> Result<(), InsertError> {
    let plain = |part: &str| !part.is_empty() && part != "." && part != "..";
    // A backslash or a colon separates on Windows, where a path with them could leave the root.
    if !path.split('/').all(plain) || path.contains(['\\', ':']) || path.contains(char::is_control)
    {
        return Err(InsertError::BadPath(path.to_owned()));
    }
    if is_ours(path) {
        Ok(())
    } else {
        Err(InsertError::NotOurs(path.to_owned()))
    }
}

fn is_ours(path: &str) -> bool {
    if path
        .strip_prefix(GENERATED)
        .is_some_and(|rest| rest.starts_with('/'))
    {
        return path != MANIFEST;
    }
    path.strip_prefix("specs/schema/")
        .is_some_and(|name| !name.contains('/') && name.ends_with(".json"))
}

/// The folders above a path, from the outermost one, without the root.
pub(super) fn folders(path: &str) -> impl DoubleEndedIterator<Item = &str> {
    path.match_indices('/')
        .filter_map(|(end, _)| path.get(..end))
}
