from fastapi import FastAPI, HTTPException, Response
from pydantic import BaseModel, Field

# region docs
app = FastAPI(title="Lending library")
# endregion


# region shape
class NewBook(BaseModel):
    title: str = Field(min_length=1)
    author: str = Field(min_length=1)


class Book(NewBook):
    id: int
# endregion


# region store
books = [
    Book(
        id=1,
        title="Middlemarch",
        author="George Eliot",
    ),
    Book(
        id=2,
        title="Walden",
        author="Henry David Thoreau",
    ),
]
# endregion


# region list
@app.get("/api/v1/books")
async def list_books(
    author: str | None = None,
) -> list[Book]:
    return [
        book
        for book in books
        if author in (None, book.author)
    ]
# endregion


# region create
@app.post("/api/v1/books", status_code=201)
async def create_book(
    new: NewBook,
    response: Response,
) -> Book:
    book_id = books[-1].id + 1
    book = Book(id=book_id, **new.model_dump())
    books.append(book)
    location = f"/api/v1/books/{book_id}"
    response.headers["Location"] = location
    return book
# endregion


# region read-one
@app.get("/api/v1/books/{book_id}")
async def read_book(book_id: int) -> Book:
    for book in books:
        if book.id == book_id:
            return book
    raise HTTPException(404, "No such book.")
# endregion


# region errors
# Nothing to write: what breaks a model
# is answered with 422, as JSON, with
# every mistake in one list.
# endregion
