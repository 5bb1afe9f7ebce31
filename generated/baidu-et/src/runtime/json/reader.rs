use super::elements::read_list;
use super::{At, DecodeError, FromJson, Map, Mode, Value};
use crate::runtime::suggest;

/// Reads the members of one object.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    members: &'a Map<String, Value>,
    at: &'a At<'a>,
}

impl<'a> Reader<'a> {
    /// A reader of the object `value`, which stands at `at`.
    ///
    /// # Errors
    /// `value` is not an object.
    pub fn new(value: &'a Value, at: &'a At<'a>) -> Result<Self, DecodeError> {
        match value {
            Value::Object(members) => Ok(Self { members, at }),
            other => Err(DecodeError::mismatch(at, "an object", other)),
        }
    }

    /// The member `name`. Absent and null give `None`; tolerantly, so does an empty text that is no `T`.
    ///
    /// # Errors
    /// The member is there but does not fit.
    pub fn optional<T: FromJson>(&self, name: &'static str) -> Result<Option<T>, DecodeError> {
        self.read(name, self.at.member(name))
    }

    /// The member `name`, which is documented as text but taken as a number, a boolean or the like.
    ///
    /// Text is parsed in both modes; what the type itself reads is taken, too.
    ///
    /// # Errors
    /// The member is there but does not fit.
    pub fn optional_text<T: FromJson>(&self, name: &'static str) -> Result<Option<T>, DecodeError> {
        let place = self.at.member(name);
        match self.members.get(name) {
            Some(Value::String(_)) => self.read(name, place.tolerantly()),
            _ => self.read(name, place),
        }
    }

    /// The list `name`; `element` is the member that holds it where the documents wrap it in an object.
    ///
    /// Tolerantly, a list may be bare, wrapped in an object with the member `element` or with nothing but a list in
    /// it, or be a single element without a list around it; null and an empty text give `None`. Strictly, it is a
    /// bare list.
    ///
    /// # Errors
    /// The member is there but is no list, or an element does not fit.
    pub fn list<T: FromJson>(
        &self,
        name: &'static str,
        element: Option<&'static str>,
    ) -> Result<Option<Vec<T>>, DecodeError> {
        let place = self.at.member(name);
        match self.given(name) {
            Some(value) if place.mode() == Mode::Tolerant && is_blank(value) => Ok(None),
            Some(value) => Ok(Some(read_list(value, &place, element)?)),
            None => Ok(None),
        }
    }

    /// The object `name`, read by `read`. Absent and null give `None`; tolerantly, so does an empty text.
    ///
    /// # Errors
    /// The member is there but is no object, or `read` fails.
    pub fn object<T>(
        &self,
        name: &'static str,
        read: impl FnOnce(&Reader<'_>) -> Result<T, DecodeError>,
    ) -> Result<Option<T>, DecodeError> {
        let place = self.at.member(name);
        match self.given(name) {
            Some(value) if place.mode() == Mode::Tolerant && is_blank(value) => Ok(None),
            Some(value) => Ok(Some(read(&Reader::new(value, &place)?)?)),
            None => Ok(None),
        }
    }

    /// Ends the reading: strictly, members other than `known` are an error, which names them all.
    ///
    /// # Errors
    /// There are unknown members and the reading is strict.
    pub fn finish(&self, known: &[&'static str]) -> Result<(), DecodeError> {
        if self.at.mode() == Mode::Tolerant {
            return Ok(());
        }
        let unknown: Vec<String> = self
            .members
            .keys()
            .filter(|name| !known.contains(&name.as_str()))
            .map(|name| suggest::quoted(name, known.iter().copied()))
            .collect();
        if unknown.is_empty() {
            Ok(())
        } else {
            Err(DecodeError::new(
                self.at,
                "only known members",
                unknown.join(", "),
            ))
        }
    }

    fn read<T: FromJson>(&self, name: &str, place: At<'_>) -> Result<Option<T>, DecodeError> {
        let Some(value) = self.given(name) else {
            return Ok(None);
        };
        match T::from_json(value, &place) {
            // Servers send an empty text for what has no value, whatever its type.
            Err(_) if place.mode() == Mode::Tolerant && is_blank(value) => Ok(None),
            Err(error) => Err(error),
            Ok(value) => Ok(Some(value)),
        }
    }

    /// The member `name` unless it is absent or null.
    fn given(&self, name: &str) -> Option<&'a Value> {
        self.members.get(name).filter(|value| !value.is_null())
    }
}

fn is_blank(value: &Value) -> bool {
    value.as_str().is_some_and(|text| text.trim().is_empty())
}
