from django.urls import reverse
from rest_framework import generics

from .models import Book
from .serializers import BookSerializer


# region list
class Books(generics.ListCreateAPIView):
    serializer_class = BookSerializer

    def get_queryset(self):
        books = Book.objects.all()
        author = self.request.query_params.get("author")
        return books if author is None else books.filter(author=author)
    # endregion

    # region create
    # ListCreateAPIView also validates, saves and answers 201.
    def get_success_headers(self, data):
        return {"Location": reverse("book", args=[data["id"]])}
    # endregion


# region read-one
class OneBook(generics.RetrieveAPIView):
    queryset = Book.objects.all()
    serializer_class = BookSerializer
# endregion


# region errors
# Nothing to write: what breaks a serializer is answered with 400, as JSON,
# a list of mistakes for each field. An unknown id is 404.
# endregion
