"""Where sentences begin and end, and what a word is."""

from __future__ import annotations

import pytest

from macros.record.splitting import sentences, words

PARAGRAPHS = [
    # Plain, and at the end of what is saved
    ["The talks began.", "They ended!", "Did they?", "Yes ... in a way."],
    ["A caption without a stop"],
    ["He waited…", "Nobody came."],
    ["Wait... what did he say?"],
    # Abbreviations and initials
    ["The U.S. President came.", "He met V. V. Putin and J.-P. Sartre."],
    ["It was due to pressure from the U.S.", "The talks went on."],
    ["Mr. Smith, Gen. Jones and Dr. Who met at 3 p.m. Monday."],
    ["They met at 3 p.m.", "The talks were short."],
    ["The deal, i.e. No. 5 of the list, cost approx. 5 million."],
    ["Is that so?", "No.", "The deal is off."],
    ["Meet at St. James's."],
    # Numbers
    ["It took 1.5 hours and cost 1.000.000 in 2022.", "Then it was over."],
    ["1. First the prisoners.", "2. Then the bodies."],
    # Quotations: what they hold is sentences too; who says it goes with the last
    ["“We agree.", "It is done,” he said."],
    ["“Is it over?” he asked.", "“It is!” she said."],
    ["He said: “It is over.”", "“Good,” said she."],
    ['He said: "It is over."', '"Good," said she.'],
    ["(It was late.)", "[They left.]"],
    ["It is known.[12]", "That is all."],
    # Cyrillic
    ["Встреча прошла в 2022 г.", "В Гомеле её не ждали."],
    ["Им. А. С. Пушкина, т.е. улица в 5 тыс. шагов.", "«Мы согласны».", "Он ушёл."],
    ["Переговори тривали годину.", "Чи буде зустріч?", "Невідомо."],
    # Arabic and Urdu
    ["انتهت المحادثات.", "هل اتفقوا؟", "لا."],
    ["مذاکرات ختم ہوئے۔", "سب چلے گئے۔"],
    ["قال د. محمد ذلك."],
    # Scripts without spaces between words
    ["会谈结束了。", "双方同意了吗？", "“是的。”"],
    ["「終わった。」と彼は言った。", "次はない。"],
    # Others
    ["वार्ता समाप्त हुई।", "सब गए।"],
    ["Όλα τελείωσαν.", "Κανείς δεν ήρθε."],
    ["¿Terminó?", "¡Sí!", "Así fue."],
]


@pytest.mark.parametrize("expected", PARAGRAPHS, ids=lambda each: each[0][:30])
def test_sentences(expected: list[str]) -> None:
    between = "" if "\u3002" in expected[0] else " "
    paragraph = between.join(expected)
    assert [paragraph[start:end] for start, end in sentences(paragraph)] == expected


def test_nothing_of_a_paragraph_is_lost() -> None:
    paragraph = "  One. “Two? Three.” U.S. four... Five 1.5.  "
    found = sentences(paragraph)
    outside = [paragraph[a:b] for (_, a), (b, _) in zip([(0, 0), *found], [*found, (len(paragraph), 0)], strict=True)]
    assert "".join(outside).strip() == ""


def test_of_nothing_there_is_nothing() -> None:
    assert sentences("   ") == words("") == sentences("") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It's a two-part deal — 5,000 for 5,000.", ["It's", "a", "two-part", "deal", "5,000", "for", "5,000."]),
        ("“At least”", ["“At", "least”"]),
        ("会谈 ended。", ["会", "谈", "ended。"]),
        ("تم الاتفاق", ["تم", "الاتفاق"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in words(text)] == expected
