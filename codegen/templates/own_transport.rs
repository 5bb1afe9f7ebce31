use std::time::Duration;

use LIBRARY::transport::{BoxFuture, Limits, Transport, TransportError};

struct Reported<T>(T);

impl<T: Transport> Transport for Reported<T> {
    fn send(
        &self,
        request: http::Request<bytes::Bytes>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<http::Response<bytes::Bytes>, TransportError>> {
        Box::pin(async move {
            let what = format!("{} {}", request.method(), request.uri().path());
            let outcome = self.0.send(request, limits).await;
            match &outcome {
                Ok(response) => eprintln!("{what}: {}", response.status()),
                Err(error) => eprintln!("{what}: {error}"),
            }
            outcome
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        self.0.sleep(duration)
    }
}

# fn main() {
# #[cfg(feature = "hyper")]
# fn configure() -> Result<(), Box<dyn std::error::Error>> {
use LIBRARY::transport::hyper::HyperTransport;

let builder = LIBRARY::Client::builder().transport(Reported(HyperTransport::new()?));
# let _ = builder;
# Ok(())
# }
# }
