from macros.render.stacked import labelled

TABLE = (
    "<table><thead>\n<tr><th>What</th><th>Said &amp; done</th></tr></thead>"
    '<tbody><tr><td>One</td>\n<td align="left">Two</td></tr></tbody></table>'
)


def test_each_cell_bears_the_head_of_its_column():
    page = labelled(f'<div class="stacked">\n{TABLE}\n</div>')
    assert '<td data-label="What">One</td>' in page
    assert '<td data-label="Said &#38; done" align="left">Two</td>' in page


def test_other_tables_are_left_alone():
    assert labelled(TABLE) == TABLE
