"""Over TLS the certificate must be the name's, although the connection goes to a number."""

import ssl
from collections.abc import Iterator
from datetime import timedelta
from ipaddress import IPv4Address
from pathlib import Path

import pytest

from tests.generator import pages
from tests.generator.scrape.conftest import START, Desk
from tests.generator.scrape.server import Reply, Site, redirect, serve

x509 = pytest.importorskip("cryptography.x509", reason="certificates are made with cryptography, which is not here")
PAGE = Reply(pages.readme().encode())


def _certificate(into: Path, name: str) -> Path:
    """A certificate that vouches for itself, and its key, in one file."""
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(START - timedelta(days=3650))
        .not_valid_after(START + timedelta(days=3650))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    into.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return into


@pytest.fixture
def secure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A site that can prove to be docs.example."""
    path = _certificate(tmp_path / "docs.pem", "docs.example")
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    with serve(context) as site:
        site.pages["/things.md"] = PAGE
        yield site


def _here(host: str, port: int) -> list[str]:
    return [str(IPv4Address("127.0.0.1"))]


def _knows(desk: Desk, secure: Site, host: str) -> None:
    desk.knows(secure.url("/things.md", host).replace("http:", "https:"))


def test_the_name_is_what_the_certificate_must_be_for(desk: Desk, secure: Site) -> None:
    _knows(desk, secure, "docs.example")
    assert desk.one(resolve=_here).state == "fresh"


def test_another_name_at_the_same_number_is_refused(desk: Desk, secure: Site) -> None:
    _knows(desk, secure, "other.example")
    outcome = desk.one(resolve=_here)
    assert outcome.finding is not None
    assert "certificate" in outcome.finding.what.lower()
    assert secure.seen == []


def test_there_is_no_way_back_from_https(desk: Desk, secure: Site, site: Site) -> None:
    _knows(desk, secure, "docs.example")
    secure.pages["/things.md"] = redirect(site.url("/things.md", "docs.example"))
    site.pages["/things.md"] = PAGE
    outcome = desk.one(resolve=_here)
    assert outcome.finding is not None
    assert outcome.finding.code == "page-moved-away"
    assert site.seen == []
