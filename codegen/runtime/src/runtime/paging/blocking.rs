use std::fmt;
use std::iter::FusedIterator;
use std::marker::PhantomData;
use std::vec;

use super::Paginated;
use super::walk::Walk;
use crate::runtime::error::Error;
use crate::runtime::response::Response;

/// The pages of a list, one request after another, while the calling thread waits. An error ends it.
#[must_use = "an iterator does nothing until it is asked"]
pub struct BlockingPages<I> {
    walk: Walk,
    input: PhantomData<fn() -> I>,
}

impl<I: Paginated> BlockingPages<I> {
    pub(in crate::runtime) fn new(walk: Walk) -> Self {
        Self {
            walk,
            input: PhantomData,
        }
    }
}

impl<I: Paginated> Iterator for BlockingPages<I> {
    type Item = Result<Response<I::Output>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let answer = self.walk.fetch_blocking()?;
        Some(self.walk.arrive::<I>(answer))
    }
}

impl<I: Paginated> FusedIterator for BlockingPages<I> {}

/// The entries of a list, page after page, while the calling thread waits. An error ends it.
#[must_use = "an iterator does nothing until it is asked"]
pub struct BlockingItems<I: Paginated> {
    pages: BlockingPages<I>,
    page: vec::IntoIter<I::Item>,
}

impl<I: Paginated> BlockingItems<I> {
    pub(in crate::runtime) fn new(pages: BlockingPages<I>) -> Self {
        Self {
            pages,
            page: Vec::new().into_iter(),
        }
    }
}

impl<I: Paginated> Iterator for BlockingItems<I> {
    type Item = Result<I::Item, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.page.next() {
                return Some(Ok(item));
            }
            match self.pages.next()? {
                Ok(page) => {
                    let mut output = page.into_output();
                    self.page = I::items(&mut output).take().unwrap_or_default().into_iter();
                }
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

impl<I: Paginated> FusedIterator for BlockingItems<I> {}

impl<I: Paginated> fmt::Debug for BlockingPages<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let operation = I::OPERATION.name;
        f.debug_struct("BlockingPages")
            .field("operation", &operation)
            .finish_non_exhaustive()
    }
}

impl<I: Paginated> fmt::Debug for BlockingItems<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let operation = I::OPERATION.name;
        f.debug_struct("BlockingItems")
            .field("operation", &operation)
            .finish_non_exhaustive()
    }
}
