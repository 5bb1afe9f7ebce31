use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::vec;

use futures_core::Stream;

use super::Paginated;
use super::walk::Walk;
use crate::runtime::error::Error;
use crate::runtime::response::{Answer, Response};
use crate::runtime::transport::BoxFuture;

/// The pages of a list, one request after another. Nothing is asked for before it is wanted, and nothing after this is
/// dropped. An error ends it.
#[must_use = "a stream does nothing until it is polled"]
pub struct Pages<I> {
    walk: Walk,
    pending: Option<BoxFuture<'static, Result<Answer, Error>>>,
    input: PhantomData<fn() -> I>,
}

impl<I: Paginated> Pages<I> {
    pub(in crate::runtime) fn new(walk: Walk) -> Self {
        Self {
            walk,
            pending: None,
            input: PhantomData,
        }
    }

    /// The next page; `None` after the last one, or after an error.
    pub async fn next(&mut self) -> Option<Result<Response<I::Output>, Error>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

impl<I: Paginated> Stream for Pages<I> {
    type Item = Result<Response<I::Output>, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        if this.pending.is_none() {
            this.pending = this.walk.fetch();
        }
        let Some(pending) = &mut this.pending else {
            return Poll::Ready(None);
        };
        let answer = ready!(pending.as_mut().poll(context));
        this.pending = None;
        Poll::Ready(Some(this.walk.arrive::<I>(answer)))
    }
}

/// The entries of a list, page after page. At most one page is held at a time. An error ends it.
#[must_use = "a stream does nothing until it is polled"]
pub struct Items<I: Paginated> {
    pages: Pages<I>,
    page: vec::IntoIter<I::Item>,
}

impl<I: Paginated> Items<I> {
    pub(in crate::runtime) fn new(pages: Pages<I>) -> Self {
        Self {
            pages,
            page: Vec::new().into_iter(),
        }
    }

    /// The next entry; `None` after the last one, or after an error.
    pub async fn next(&mut self) -> Option<Result<I::Item, Error>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

// Nothing in it is ever pinned.
impl<I: Paginated> Unpin for Items<I> {}

impl<I: Paginated> Stream for Items<I> {
    type Item = Result<I::Item, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            if let Some(item) = this.page.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(Pin::new(&mut this.pages).poll_next(context)) {
                Some(Ok(page)) => {
                    let mut output = page.into_output();
                    this.page = I::items(&mut output).take().unwrap_or_default().into_iter();
                }
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<I: Paginated> fmt::Debug for Pages<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let operation = I::OPERATION.name;
        f.debug_struct("Pages")
            .field("operation", &operation)
            .finish_non_exhaustive()
    }
}

impl<I: Paginated> fmt::Debug for Items<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let operation = I::OPERATION.name;
        f.debug_struct("Items")
            .field("operation", &operation)
            .finish_non_exhaustive()
    }
}
