from flask import Flask, abort, request, url_for
from marshmallow import (
    EXCLUDE,
    Schema,
    ValidationError,
    fields,
    validate,
)
from werkzeug.exceptions import HTTPException

app = Flask(__name__)


# region shape
class BookSchema(Schema):
    class Meta:
        unknown = EXCLUDE

    id = fields.Integer(dump_only=True)
    title = fields.String(
        required=True,
        validate=validate.Length(min=1),
    )
    author = fields.String(
        required=True,
        validate=validate.Length(min=1),
    )


book_schema = BookSchema()
# endregion

# region store
books = [
    {
        "id": 1,
        "title": "Middlemarch",
        "author": "George Eliot",
    },
    {
        "id": 2,
        "title": "Walden",
        "author": "Henry David Thoreau",
    },
]
# endregion


# region list
@app.get("/api/v1/books")
def list_books():
    author = request.args.get("author")
    found = [
        book
        for book in books
        if author in (None, book["author"])
    ]
    return book_schema.dump(found, many=True)
# endregion


# region create
@app.post("/api/v1/books")
def create_book():
    new = book_schema.load(request.get_json())
    book_id = books[-1]["id"] + 1
    book = {"id": book_id, **new}
    books.append(book)
    location = url_for("read_book", book_id=book_id)
    headers = {"Location": location}
    return book_schema.dump(book), 201, headers
# endregion


# region read-one
@app.get("/api/v1/books/<int:book_id>")
def read_book(book_id):
    for book in books:
        if book["id"] == book_id:
            return book_schema.dump(book)
    abort(404, "No such book.")
# endregion


# region errors
@app.errorhandler(ValidationError)
def refuse(error):
    body = {
        "message": "This is no book.",
        "errors": error.messages,
    }
    return body, 400


@app.errorhandler(HTTPException)
def answer_as_json(error):
    return {"message": error.description}, error.code
# endregion


# region docs
# Not in the box. Extensions such as
# flask-smorest or APIFlask make a document
# from schemas; they want the routes
# written in their own way.
# endregion
