"""Words found letter by letter in any script, and never as part of another word."""

from __future__ import annotations

import pytest

from macros.rules.letters import find, normalise, units

WHOLE = {
    "Chinese": ("北岸委员会主席诺思表示，我们需要两艘渡船。", "需要两艘渡船"),
    "Chinese, a line that was broken": ("北岸委员会主席诺思表示，我们需要\n两艘渡船。", "需要两艘渡船"),
    "Chinese, blanks around Latin letters": ("今年的 GDP 增长", "GDP增长"),
    "Latin letters within Chinese": ("国内GDP增长", "GDP"),
    "Japanese": ("北岸の委員長は、渡し船が二隻必要だと述べた。", "渡し船が二隻必要だ"),
    "Japanese, half-width": ("ﾌｪﾘｰが必要だ", "フェリーが"),
    "Thai": ("ประธานกล่าวว่าเราต้องการเรือสองลำ", "เราต้องการเรือสองลำ"),
    "Khmer": ("ប្រធានបាននិយាយថាយើងត្រូវការសាឡាងពីរ។", "យើងត្រូវការសាឡាងពីរ"),
    "Lao": ("ປະທານກ່າວວ່າພວກເຮົາຕ້ອງການເຮືອສອງລຳ", "ຕ້ອງການເຮືອ"),
    "Burmese": ("ဥက္ကဋ္ဌကပြောသည်ကျွန်ုပ်တို့လှေနှစ်စင်းလိုသည်", "လှေနှစ်စင်း"),
    "Korean": ("우리는 두 척의 배가 필요하다", "두 척의 배가"),
    "Arabic": ("قال الرئيس: نحتاج إلى عبارتين.", "نحتاج إلى عبارتين"),
    "Hindi": ("अध्यक्ष ने कहा कि हमें दो नावें चाहिए।", "हमें दो नावें चाहिए"),
    "English": ("We need two ferries.", "two ferries"),
}
PARTS = {
    "English": ("We need two ferries.", "two ferrie"),
    "English, its end": ("We need two ferries.", "erries"),
    "Ukrainian": ("Нам потрібні два пороми.", "два поро"),
    "Korean": ("우리는 두 척의 배가 필요하다", "척의 배"),
    "Hindi, a vowel less": ("हमें दो नावें चाहिए", "दो नाव"),
    "Thai, a tone less": ("เราต้องการเรือ", "เราต"),
    "Arabic": ("نحتاج إلى عبارتين", "عبارتي"),
    "Latin letters that go on": ("国内GDPs增长", "GDP"),
}


@pytest.mark.parametrize(("text", "words"), WHOLE.values(), ids=WHOLE)
def test_whole_words_are_found_in_any_script(text, words):
    assert find(normalise(words), normalise(text)) is not None


@pytest.mark.parametrize(("text", "words"), PARTS.values(), ids=PARTS)
def test_a_part_of_a_word_is_not_found(text, words):
    assert find(normalise(words), normalise(text)) is None


@pytest.mark.parametrize("text", ["We  need 两艘渡船 now", "a b", "", "ไทย"])
def test_units_are_the_whole_text(text):
    assert "".join(units(normalise(text))) == normalise(text)


def test_letters_of_scripts_without_spaces_are_units_of_their_own():
    assert units("we need 两艘") == ["we ", "need ", "两", "艘"]
