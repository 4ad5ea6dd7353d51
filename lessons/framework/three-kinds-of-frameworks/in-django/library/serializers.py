from rest_framework import serializers

from .models import Book


# region shape
class BookSerializer(serializers.ModelSerializer):
    class Meta:
        model = Book
        fields = ["id", "title", "author"]
# endregion
