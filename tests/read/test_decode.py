"""Encodings: those with a mark silently, the others by their likeliness."""

from __future__ import annotations

import random
import time

import pytest

from generator.read.decode import UndecodableError, decode

SENTENCES = {
    "ar": "أعلنت الوزارة أن الوفدين بحثا في العاصمة سبل تطوير التجارة والنقل خلال العام المقبل.",
    "ru": "Министры двух стран обсудили развитие торговли и транспорта. Встреча прошла в столице.",
    "uk": "Міністри двох країн обговорили розвиток торгівлі. Зустріч відбулася у столиці.",
    "kk": "Екі елдің министрлері сауда мен көлік саласындағы ынтымақтастықты талқылады. Кездесу астанада өтті.",
    "zh": "两国部长在首都会晤，就扩大贸易和文化交流交换了意见，并签署两项文件。",
    "ja": "両国の大臣は首都で会談し、貿易の拡大と文化交流について意見を交わした。",
    "ko": "양국 장관은 수도에서 만나 무역 확대와 문화 교류에 대해 의견을 나누었다.",
    "fr": "Les ministres se sont réunis à huis clos, où ils ont évoqué l’énergie et les échanges à l’été.",
    "de": "Die Minister führten in Köln ein Gespräch über Energie und Handel; künftig soll es jährlich stattfinden.",
    "es": "Los ministros hablaron de energía y comercio en la capital, según la agencia española.",
    "pt": "Os ministros trataram da cooperação energética; a reunião não foi pública.",
    "pl": "Ministrowie rozmawiali o współpracy gospodarczej. Spotkanie odbyło się w Łodzi, przy drzwiach zamkniętych.",
    "hu": "A miniszterek energetikai együttműködésről tárgyaltak, a megbeszélést a fővárosban tartották; ősszel folytatják.",
    "tr": "Bakanlar başkentte görüştü; iki ülke arasındaki iş birliğinin geliştirileceğini söylediler.",
    "he": "שרי החוץ של שתי המדינות נפגשו בבירה ודנו בשיתוף פעולה בתחום האנרגיה והסחר בשנה הקרובה.",
    "el": "Οι υπουργοί των δύο χωρών συζήτησαν για την ενέργεια και το εμπόριο στην πρωτεύουσα.",
    "th": "รัฐมนตรีของทั้งสองประเทศหารือเรื่องพลังงานและการค้าในเมืองหลวง",
    "lt": "Ministrai sostinėje aptarė energetikos ir prekybos klausimus, susitikimas buvo uždaras.",
    "en": "The ministers agreed on “closer ties” — worth €3 million – in the capital.",
}
LEGACY = [
    ("ar", "cp1256"), ("ar", "iso8859_6"), ("ru", "cp1251"), ("ru", "koi8_r"), ("ru", "iso8859_5"), ("ru", "cp866"),
    ("uk", "cp1251"), ("uk", "koi8_u"), ("kk", "kz1048"), ("zh", "gb18030"), ("zh", "gb2312"), ("zh", "big5"),
    ("ja", "shift_jis"), ("ja", "euc_jp"), ("ja", "iso2022_jp"), ("ko", "euc_kr"), ("fr", "cp1252"), ("fr", "latin1"),
    ("de", "latin1"), ("es", "cp1252"), ("pt", "cp1252"), ("pl", "cp1250"), ("pl", "iso8859_2"), ("hu", "cp1250"),
    ("tr", "cp1254"), ("he", "cp1255"), ("el", "cp1253"), ("th", "cp874"), ("lt", "cp1257"), ("en", "cp1252"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "encoding"), LEGACY)
def test_legacy_encodings_are_recognised(language: str, encoding: str) -> None:
    for times in (1, 300):
        data = SENTENCES[language].encode(encoding, "ignore") * times
        decoded = decode(data)
        assert decoded.text == data.decode(encoding)
        assert decoded.legacy


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("language", ["ar", "ja", "en"])
def test_unicode_is_read_in_silence(language: str, encoding: str) -> None:
    decoded = decode(SENTENCES[language].encode(encoding))
    assert (decoded.text, decoded.legacy) == (SENTENCES[language], False)


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_both_byte_orders(mark: bytes) -> None:
    order = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    assert decode(mark + "زيارة".encode(order)).text == "زيارة"


def test_utf8_with_a_broken_piece_is_not_guessed_at() -> None:
    with pytest.raises(UndecodableError) as error:
        decode((SENTENCES["fr"] + "\n").encode() + SENTENCES["fr"].encode("cp1252"))
    assert (error.value.encoding, error.value.line) == ("UTF-8", 2)


@pytest.mark.parametrize("size", [20, 500, 100_000])
def test_noise_is_no_text(size: int) -> None:
    began = time.monotonic()
    with pytest.raises(UndecodableError):
        decode(random.Random(size).randbytes(size).replace(b"\0", b""))
    assert time.monotonic() - began < 2
